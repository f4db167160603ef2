using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires.Tiers;

namespace SupplierEsg.Application.Questionnaires.Tiers;

/// <summary>Takes all rules at once, in their order.</summary>
public static class ReplaceTiers
{
    public sealed record Command : IRequest<TierList>
    {
        public IReadOnlyList<TierRule> Rules { get; init; } = [];

        /// <summary>The <see cref="Aggregate.Version"/> that was looked at; null for whatever there is.</summary>
        public int? Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Rules).NotNull().WithMessage("Give the rules, in their order.");
            RuleForEach(c => c.Rules).Must(r => !string.IsNullOrWhiteSpace(r.Name) && r.Name.Length <= TierRule.MaxName).WithMessage("Give the rule a name of at most 100 characters.");
            RuleForEach(c => c.Rules).Must(r => !string.IsNullOrWhiteSpace(r.FormId)).WithMessage("Name the questionnaire by its form id.");
            RuleForEach(c => c.Rules).Must(r => r.Reason is { Length: <= TierRule.MaxReason }).WithMessage("The reason is longer than 500 characters. Shorten it.");
            RuleForEach(c => c.Rules).Must(r => r is { Sizes: not null, Categories: not null, Countries: not null }).WithMessage("Give sizes, categories and countries as lists; empty ones stand for all.");
        }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, TierList>
    {
        public async Task<TierList> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = await db.TiersToChange(command.Version, cancellationToken);
            foreach (var form in command.Rules.Select(rule => rule.FormId).Distinct(StringComparer.Ordinal))
                await db.RequireForm(form, cancellationToken);
            list.Replace(command.Rules);
            await db.SaveChangesAsync(cancellationToken);
            return list;
        }
    }
}

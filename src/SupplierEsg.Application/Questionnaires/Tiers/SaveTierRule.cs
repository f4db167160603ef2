using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires.Tiers;

namespace SupplierEsg.Application.Questionnaires.Tiers;

/// <summary>Adds a rule, or changes one.</summary>
public static class SaveTierRule
{
    public sealed record Command : IRequest<TierRuleId>
    {
        /// <summary>Null for a new one.</summary>
        public TierRuleId? Rule { get; init; }

        public string? Name { get; init; }

        // Null and not empty to begin with: a form's values are put into a list that is there, and an empty one takes none.
        public IReadOnlyList<TierSize>? Sizes { get; init; }

        public IReadOnlyList<string>? Categories { get; init; }

        public IReadOnlyList<string>? Countries { get; init; }

        public string? FormId { get; init; }

        public string? Reason { get; init; }

        /// <summary>The <see cref="Aggregate.Version"/> of the list that was looked at; null for whatever there is.</summary>
        public int? Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Give the rule a name.");
            RuleFor(c => c.Name).MaximumLength(TierRule.MaxName).WithMessage("The name is longer than 100 characters. Shorten it.");
            RuleFor(c => c.FormId).NotEmpty().WithMessage("Choose a questionnaire.");
            RuleFor(c => c.Reason).MaximumLength(TierRule.MaxReason).WithMessage("The reason is longer than 500 characters. Shorten it.");
        }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, TierRuleId>
    {
        public async Task<TierRuleId> Handle(Command command, CancellationToken cancellationToken)
        {
            var list = await db.TiersToChange(command.Version, cancellationToken);
            await db.RequireForm(command.FormId!, cancellationToken);
            var rule = new TierRule
            {
                Id = command.Rule ?? default, Name = command.Name!, Sizes = command.Sizes ?? [], Categories = command.Categories ?? [], Countries = command.Countries ?? [],
                FormId = command.FormId!, Reason = command.Reason ?? "",
            };
            if (command.Rule is null)
                rule = rule with { Id = list.Add(rule) };
            else
                list.Change(rule);
            await db.SaveChangesAsync(cancellationToken);
            return rule.Id;
        }
    }
}

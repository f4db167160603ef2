using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Documents;

/// <summary>Says what a document of the own library is, from when, until when, in which language.</summary>
public static class DescribeDocument
{
    public sealed record Command : IRequest<Unit>
    {
        [JsonIgnore]
        public EvidenceId Id { get; init; }

        /// <summary>The version that was looked at; null to write over whatever there is.</summary>
        [JsonIgnore]
        public int? Version { get; init; }

        public DocumentKind Kind { get; init; }

        public DateOnly? IssuedOn { get; init; }

        public DateOnly? ExpiresOn { get; init; }

        public string? Language { get; init; }

        public int? Pages { get; init; }

        public static Command Of(EvidenceDocument document) => new()
        {
            Id = document.Id, Version = document.Version, Kind = document.Kind, IssuedOn = document.IssuedOn, ExpiresOn = document.ExpiresOn, Language = document.Language, Pages = document.Pages,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private static readonly DateOnly Earliest = new(1900, 1, 1);

        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the kinds.");
            RuleFor(c => c.IssuedOn).Must(day => day is null || day >= Earliest).WithMessage("Give the year with four digits, such as 2026.");
            RuleFor(c => c.ExpiresOn).Must(day => day is null || day >= Earliest).WithMessage("Give the year with four digits, such as 2026.");
            RuleFor(c => c.Language).Matches("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$").MaximumLength(EvidenceDocument.MaxLanguageLength).When(c => !string.IsNullOrEmpty(c.Language))
                .WithMessage("Choose a language, or give its tag such as en or zh-Hans.");
            RuleFor(c => c.Pages).InclusiveBetween(1, EvidenceDocument.MaxPages).WithMessage("Give the number of pages, 1 to 9999.");
        }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            me.RequireLibrary();
            var document = await db.InLibrary(command.Id, cancellationToken);
            document.RequireVersion(command.Version);
            document.Describe(new(command.Kind, command.IssuedOn, command.ExpiresOn, string.IsNullOrEmpty(command.Language) ? null : command.Language, command.Pages), time.Today());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

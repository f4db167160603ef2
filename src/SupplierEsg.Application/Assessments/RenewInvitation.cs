using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>Sends the invitation again, to the same person or to another; the link sent before stops working.</summary>
public static class RenewInvitation
{
    /// <param name="Email">Null, like the others, for as it was.</param>
    public sealed record Command(AssessmentId Id, string? Name = null, string? Email = null, string? Language = null) : IRequest<Invitee>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).MaximumLength(Contact.MaxPartLength).WithMessage("The name is longer than 100 characters. Shorten it.");
            RuleFor(c => c.Email).MaximumLength(Contact.MaxEmailLength).WithMessage("An e-mail address has at most 254 characters.");
            RuleFor(c => c.Email).EmailAddress().When(c => !string.IsNullOrWhiteSpace(c.Email)).WithMessage("This is not an e-mail address. Give one such as name@example.com.");
            RuleFor(c => c.Language).Must(l => l is null or "" or "en" or "zh-Hans").WithMessage("Mails are written in English (en) or Simplified Chinese (zh-Hans). Choose one of them.");
        }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Invitee>
    {
        public async Task<Invitee> Handle(Command request, CancellationToken cancellationToken)
        {
            var assessment = await db.Assessments.FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken).OrNotFound("assessment");
            var before = assessment.Invitee;
            assessment.RenewInvitation(new(Given(request.Name) ?? before.Name, Given(request.Email) ?? before.Email, Given(request.Language) ?? before.Language), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return assessment.Invitee;
        }

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}

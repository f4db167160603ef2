using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>Invites suppliers to a questionnaire, or each to the one the rules give it: all of them or none, unless those that can't be invited may be left out.</summary>
public static class InviteSuppliers
{
    public const int MostAtOnce = 500;

    /// <param name="Questionnaire">A published version; null to go by the rules.</param>
    /// <param name="DueOn">The last day to submit; after today.</param>
    /// <param name="Note">What the suppliers are told besides.</param>
    /// <param name="Recipients">To whom to write where it isn't the supplier's first contact with an e-mail address, in its language.</param>
    /// <param name="LeaveOut">Invite the others, where some can't be invited.</param>
    public sealed record Command(
        QuestionnaireVersionId? Questionnaire,
        IReadOnlyList<SupplierId> Suppliers,
        DateOnly? DueOn,
        string? Note = null,
        IReadOnlyList<Recipient>? Recipients = null,
        bool LeaveOut = false) : IRequest<Result>;

    /// <param name="Email">Of one of the supplier's contacts; null for the first that has one.</param>
    /// <param name="Language">Of the mail: <c>en</c> or <c>zh-Hans</c>; null for the contact's own.</param>
    public sealed record Recipient(SupplierId Supplier, string? Email = null, string? Language = null);

    /// <param name="Rule">Name of the rule that gave the questionnaire; null where it was chosen.</param>
    public sealed record Invited(AssessmentId Id, SupplierId SupplierId, string Supplier, Invitee Invitee, QuestionnaireVersionId Questionnaire, string? Rule);

    /// <param name="At">One moment for all, by which they are found again.</param>
    public sealed record Result(DateTime At, IReadOnlyList<Invited> Invited, IReadOnlyList<RuleBroken> LeftOut);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Questionnaire).Must(q => q != default(QuestionnaireVersionId)).WithMessage("Choose a questionnaire.");
            RuleFor(c => c.Suppliers).NotEmpty().WithMessage("Choose at least one supplier.");
            RuleFor(c => c.Suppliers).Must(s => s is null || s.Count <= MostAtOnce).WithMessage("At most 500 suppliers can be invited at once. Invite them in several goes.");
            RuleFor(c => c.DueOn).NotNull().WithMessage("Give the date until which the suppliers should answer.");
            RuleFor(c => c.Note).MaximumLength(Assessment.MaxNoteLength).WithMessage("The note is longer than 2,000 characters. Shorten it.");
            RuleForEach(c => c.Recipients).Must(r => r.Language is null or "en" or "zh-Hans").WithMessage("Mails are written in English (en) or Simplified Chinese (zh-Hans). Choose one of them.");
        }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var assigning = await Assigning.Read(db, request.Questionnaire, cancellationToken);
            assigning.Require(request.Questionnaire);
            var candidates = await Candidates.Read(db, assigning, request.Suppliers, cancellationToken);
            var obstacles = candidates.Select(c => c.Obstacle).OfType<RuleBroken>().ToList();
            if (obstacles.Count > 0 && !request.LeaveOut)
                throw new RulesBroken(obstacles);

            var now = time.Now();
            var invited = candidates.Where(c => c.Obstacle is null).Select(c => Invite(c, request, now)).ToList();
            if (invited.Count == 0)
                throw AssessmentRules.NobodyLeft();
            await db.SaveChangesAsync(cancellationToken);
            return new(now, invited, obstacles);
        }

        private Invited Invite(Candidate candidate, Command request, DateTime now)
        {
            var (supplier, version) = (candidate.Supplier!, candidate.Assigned.Version!);
            var wish = request.Recipients?.FirstOrDefault(r => r.Supplier == supplier.Id);
            var invitee = Inviting.InviteeOf(supplier, wish?.Email, wish?.Language, candidate.Member);
            var assessment = Assessment.Invite(supplier.Id, version, invitee, request.DueOn!.Value, now, request.Note);
            db.Assessments.Add(assessment);
            return new(assessment.Id, supplier.Id, supplier.LegalName, invitee, version.Id, candidate.Assigned.Rule?.Name);
        }
    }
}

using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Colleagues;

/// <summary>
/// Gives themes of an assessment to a colleague, who gets a mail with a link. Whoever has an account at this supplier
/// already is in at once. Whether an address has an account elsewhere isn't told here: nobody learns of others' accounts.
/// </summary>
public static class InviteColleague
{
    /// <param name="Language">Of the mail; null for English.</param>
    /// <param name="Themes">Codes.</param>
    public sealed record Command(AssessmentId AssessmentId, string? Name, string? Email, string? Language, IReadOnlyList<string>? Themes) : IRequest<ColleagueId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Write your colleague's name.");
            RuleFor(c => c.Name).MaximumLength(Contact.MaxPartLength).WithMessage("The name is longer than 100 characters. Shorten it.");
            RuleFor(c => c.Email).NotEmpty().WithMessage("Write your colleague's e-mail address.");
            RuleFor(c => c.Email).MaximumLength(Contact.MaxEmailLength).WithMessage("An e-mail address has at most 254 characters.");
            RuleFor(c => c.Email).EmailAddress().When(c => !string.IsNullOrWhiteSpace(c.Email)).WithMessage("This is not an e-mail address. Give one such as name@example.com.");
            RuleFor(c => c.Language).Must(l => l is null or "" or "en" or "zh-Hans").WithMessage("Mails are written in English (en) or Simplified Chinese (zh-Hans). Choose one of them.");
        }
    }

    internal sealed class Handler(IAppDb db, CompiledQuestionnaires questionnaires, IAccounts accounts, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, ColleagueId>
    {
        public Task<ColleagueId> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var themes = await questionnaires.ThemesOf(assessment, cancellationToken);
            var there = await db.Colleagues.Where(c => c.AssessmentId == assessment.Id).ToListAsync(cancellationToken);
            var person = new Invitee(command.Name!.Trim(), command.Email!.Trim(), Inviting.MailLanguage(command.Language ?? ""));
            var account = await accounts.FindByEmail(person.Email, cancellationToken);
            var colleague = assessment.InviteColleague(
                there, person, command.Themes ?? [], themes, me.Name, account?.SupplierId == assessment.SupplierId ? account.Id : null, time.Now());
            db.Colleagues.Add(colleague);
            await db.SaveChangesAsync(cancellationToken);
            return colleague.Id;
        }, cancellationToken);
    }

    /// <summary>Codes, in the questionnaire's order.</summary>
    internal static async Task<IReadOnlyList<string>> ThemesOf(this CompiledQuestionnaires questionnaires, Assessment assessment, CancellationToken cancellationToken) =>
        [.. (await questionnaires.Get(assessment.QuestionnaireVersionId, cancellationToken)).Themes.Select(theme => theme.Code)];
}

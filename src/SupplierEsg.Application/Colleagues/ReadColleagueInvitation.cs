using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Colleagues;

/// <summary>What a colleague who opens the link of the mail sees. Changes nothing: mail scanners open links too.</summary>
public static class ReadColleagueInvitation
{
    public sealed record Query(string Token) : IRequest<Result>;

    /// <param name="Themes">Those given to the colleague.</param>
    /// <param name="AccountId">The account that the colleague has already at this supplier.</param>
    public sealed record Result(SupplierId SupplierId, string Supplier, LocalText Questionnaire, IReadOnlyList<LocalText> Themes, DateOnly DueOn, Colleague Colleague, Guid? AccountId);

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, IAccounts accounts, CompiledQuestionnaires questionnaires, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var opened = await ColleagueLink.Open(db, tokens, request.Token, time.Now(), cancellationToken);
            var account = await opened.Account(accounts, cancellationToken);
            var (assessment, colleague) = (opened.Assessment, opened.Colleague);
            var questionnaire = await questionnaires.Get(assessment.QuestionnaireVersionId, cancellationToken);
            var themes = questionnaire.Themes.Where(theme => colleague.Themes.Contains(theme.Code)).Select(theme => theme.Definition.Label);
            return new(assessment.SupplierId, opened.Supplier, questionnaire.Definition.Title, [.. themes], assessment.ClarifyBy ?? assessment.DueOn, colleague, account?.Id);
        }
    }
}

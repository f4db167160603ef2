using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>What the person who opens an invitation's link sees. Changes nothing: mail scanners open links too.</summary>
public static class ReadInvitation
{
    public sealed record Query(string Token) : IRequest<Result>;

    /// <param name="InvitedBy">Who sent it; null where the system did.</param>
    /// <param name="Minutes">What answering takes, as an estimate.</param>
    /// <param name="AccountId">The account that the invited person has already at this supplier.</param>
    public sealed record Result(
        AssessmentId Id, SupplierId SupplierId, string Supplier, LocalText Questionnaire, int QuestionCount, int Minutes, DateOnly DueOn, bool IsLate,
        Invitee Invitee, string? InvitedBy, string? Note, Guid? AccountId);

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, IAccounts accounts, CompiledQuestionnaires questionnaires, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var (assessment, supplier) = await Invitations.Open(db, tokens, request.Token, time.Now(), cancellationToken);
            var account = await Invitations.AccountOf(accounts, assessment, supplier, cancellationToken);
            var questionnaire = await questionnaires.Get(assessment.QuestionnaireVersionId, cancellationToken);
            var sender = await Invitations.SenderOf(db, assessment.Id, cancellationToken);
            return new(assessment.Id, assessment.SupplierId, supplier, questionnaire.Definition.Title, questionnaire.AskedQuestions(), questionnaire.Minutes(),
                assessment.DueOn, assessment.IsLate(time.Today()), assessment.Invitee, sender?.ActorName, assessment.Note, account?.Id);
        }
    }
}

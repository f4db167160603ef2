using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Assessments;

/// <summary>What an officer looks at before invitations go out: whom they would reach, and who can't be invited and why.</summary>
public static class PrepareInvitations
{
    /// <param name="Questionnaire">Null to go by the rules.</param>
    public sealed record Query(QuestionnaireVersionId? Questionnaire, IReadOnlyList<SupplierId> Suppliers) : IRequest<Result>;

    /// <param name="Contacts">Those that can be written to, the proposed one first.</param>
    /// <param name="Title">Of the questionnaire it gets.</param>
    /// <param name="Rule">Name of the rule that gives it; null where it was chosen.</param>
    public sealed record Row(SupplierId Id, string Name, string CountryCode, IReadOnlyList<Invitee> Contacts, LocalText Title, int QuestionCount, string? Rule);

    public sealed record Questionnaire(QuestionnaireVersionId Id, string FormId, int Number, string Label, LocalText Title, int QuestionCount);

    /// <param name="Questionnaires">The newest published version of each questionnaire.</param>
    /// <param name="HasRules">There are rules to go by.</param>
    /// <param name="Obstacles">Those that can't be invited, each with its reason.</param>
    public sealed record Result(IReadOnlyList<Questionnaire> Questionnaires, IReadOnlyList<Row> Invitable, IReadOnlyList<Obstacle> Obstacles, bool HasRules);

    public sealed record Obstacle(SupplierId Supplier, RuleBroken Why);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var published = await db.QuestionnaireVersions.Where(v => v.State == VersionState.Published)
                .OrderBy(v => v.FormId).ThenByDescending(v => v.Number)
                .Select(v => new Questionnaire(v.Id, v.FormId, v.Number, v.Label, v.Title, v.QuestionCount)).ToListAsync(cancellationToken);
            // An older version can be asked for by its id only: a link from its own page.
            var offered = published.DistinctBy(v => v.FormId).UnionBy(published.Where(v => v.Id == request.Questionnaire), v => v.Id).ToList();
            var assigning = await Assigning.Read(db, request.Questionnaire, cancellationToken);
            var candidates = await Candidates.Read(db, assigning, request.Suppliers, cancellationToken);
            return new(offered, [.. candidates.Where(c => c.Obstacle is null).Select(Show)], [.. candidates.Where(c => c.Obstacle is not null).Select(c => new Obstacle(c.Id, c.Obstacle!))], assigning.Rules.Rules.Count > 0);
        }

        private static Row Show(Candidate candidate)
        {
            var (supplier, version) = (candidate.Supplier!, candidate.Assigned.Version!);
            return new(supplier.Id, supplier.LegalName, supplier.CountryCode,
                [.. supplier.Reachable().Select(contact => Inviting.InviteeOf(supplier, contact.Email, null, candidate.Member))],
                version.Title, version.QuestionCount, candidate.Assigned.Rule?.Name);
        }
    }
}

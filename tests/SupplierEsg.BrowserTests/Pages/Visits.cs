using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.BrowserTests.Pages;

/// <param name="Role">Null for a stranger.</param>
/// <param name="Of">Whose of the suppliers' people: the one whose assessment has come so far.</param>
/// <param name="By">Address of somebody who isn't of the demonstration.</param>
public sealed partial record Visit(string Address, Role? Role = null, AssessmentState Of = AssessmentState.InProgress, string? By = null)
{
    /// <summary>As a file's name.</summary>
    public string Name => NoLetter().Replace(Secret().Replace(Address, "x"), "-").Trim('-') is { Length: > 0 } name ? name : "today";

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{40,}")]
    private static partial Regex Secret();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetter();
}

/// <summary>
/// Every page the program has, found in its routes. A page with something new in its route needs a line in
/// <see cref="Samples"/>; the others come by themselves.
/// </summary>
internal static partial class Visits
{
    // Who reads most of the desk first; who alone may open the rest after.
    private static readonly Role[] Readers = [Role.Officer, Role.Supplier, Role.Auditor, Role.Administrator, Role.Reviewer, Role.Manager];

    public static async Task<IReadOnlyList<Visit>> Of(DemoHouse house)
    {
        var samples = await Samples(house);
        var visits = new List<Visit>();
        foreach (var endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null || endpoint.Metadata.GetMetadata<SuppressMatchingMetadata>() is not null)
                continue;
            var route = Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "}");
            var role = RoleFor(endpoint);
            if (Fill(route, samples) is not { } filled)
                throw new InvalidOperationException($"No sample for the page /{route}: name one in {nameof(Visits)}.{nameof(Samples)}.");
            visits.AddRange(filled.Select(visit => visit with { Role = visit.Role ?? role }));
        }
        return [.. visits.DistinctBy(visit => (visit.Address, visit.Role, visit.By))];
    }

    /// <summary>The route's own samples, or those of the longest route it goes on from; null where there are none.</summary>
    private static IReadOnlyList<Visit>? Fill(string route, Dictionary<string, Visit[]> samples)
    {
        if (samples.TryGetValue(route, out var own))
            return own;
        if (!route.Contains('{'))
            return [new($"/{route}")];
        var cut = route.LastIndexOf('/');
        return route[(cut + 1)..].StartsWith('{') ? null : Fill(route[..cut], samples)?.Select(visit => visit with { Address = visit.Address + route[cut..] }).ToList();
    }

    private static Role? RoleFor(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        var needs = endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>();
        return Readers.First(role => needs.All(need => Permissions.Allow([role], need.Permission)));
    }

    private static async Task<Dictionary<string, Visit[]>> Samples(DemoHouse house)
    {
        var supplier = await house.InDb(db => db.Assessments.IgnoreQueryFilters().Where(a => a.State == AssessmentState.Submitted).OrderBy(a => a.InvitedAt).Select(a => a.SupplierId).FirstAsync());
        var bare = await house.InDb(db => db.Suppliers.IgnoreQueryFilters().Where(s => s.LegalName.StartsWith("Atacama")).Select(s => s.Id).SingleAsync());
        var published = await house.InDb(db => db.QuestionnaireVersions.Where(q => q.State == VersionState.Published && q.FormId == "esg-default").Select(q => q.Id).FirstAsync());
        var rule = (await house.InDb(db => db.TierLists.SingleAsync())).Rules[0].Id;
        var draft = await house.InDb(db => db.QuestionnaireVersions.Where(q => q.State == VersionState.Draft).Select(q => q.Id).FirstAsync());
        var cards = await house.InDb(db => db.Scorecards.IgnoreQueryFilters().OrderByDescending(s => s.Verified).Select(s => s.Id).ToListAsync());
        var person = await house.InDb(db => db.Users.Where(u => u.Email == "auditor@demo.example").Select(u => u.Id).SingleAsync());
        var (invited, opened, going, submitted, withdrawn) = (await house.Assessment(AssessmentState.Invited), await house.Assessment(AssessmentState.Opened),
            await house.Assessment(AssessmentState.InProgress), await house.Assessment(AssessmentState.Submitted), await house.Assessment(AssessmentState.Withdrawn));
        var (inReview, clarification, finalised) = (await house.Assessment(AssessmentState.InReview), await house.Assessment(AssessmentState.Clarification), await house.Assessment(AssessmentState.Finalised));
        var final = await house.InDb(db => db.Scorecards.IgnoreQueryFilters().Where(s => s.AssessmentId == finalised).OrderByDescending(s => s.MadeAt).Select(s => s.Id).FirstAsync());
        var ofBid = (await house.Tenders.BidIn(house.Tenders.Working)).AssessmentId;
        var provisional = await house.InDb(db => db.Scorecards.IgnoreQueryFilters().Where(s => s.AssessmentId == finalised).OrderBy(s => s.MadeAt).Select(s => s.Id).FirstAsync());
        provisional.ShouldNotBe(final);
        var own = await house.InDb(db => db.Scorecards.IgnoreQueryFilters().Where(s => s.AssessmentId == submitted).Select(s => s.Id).SingleAsync());
        var receipt = await house.InDb(db => db.Assessments.IgnoreQueryFilters().Where(a => a.Id == submitted).Select(a => a.Submission!.Receipt).SingleAsync());
        var evidence = await house.InDb(db => db.EvidenceDocuments.IgnoreQueryFilters().Where(d => d.SupplierId == db.Assessments.IgnoreQueryFilters().First(a => a.Id == submitted).SupplierId).Select(d => d.Id).FirstAsync());
        var used = await house.InDb(db => db.AnswerEvidence.IgnoreQueryFilters().Where(e => e.AssessmentId == going).OrderBy(e => e.Question).Select(e => new { e.DocumentId, e.Question }).FirstAsync());
        var at = await house.InDb(db => db.Assessments.IgnoreQueryFilters().Where(a => a.Id == invited).Select(a => a.InvitedAt).SingleAsync());
        return new(await TenderVisits.Of(house.Tenders))
        {
            ["suppliers"] = [new("/suppliers"), new("/suppliers?q=xin&status=Registered"), new("/suppliers?q=nobody")],
            ["suppliers/{id}"] = [new($"/suppliers/{supplier}"), new($"/suppliers/{bare}")],
            ["questionnaires/{id}"] = [new($"/questionnaires/{published}"), new($"/questionnaires/{draft}")],
            ["questionnaires/tiers"] = [new("/questionnaires/tiers"), new("/questionnaires/tiers?q=a"), new("/questionnaires/tiers?q=nobody")],
            ["questionnaires/tiers/rule/{rule?}"] = [new("/questionnaires/tiers/rule"), new($"/questionnaires/tiers/rule/{rule}")],
            ["questionnaires/tiers/rule/{rule}"] = [new($"/questionnaires/tiers/rule/{rule}")],
            ["questionnaires/{id}/try"] = [new($"/questionnaires/{published}/try"), new($"/questionnaires/{draft}/try?evidence=missing&asOf=2027-01-01")],
            ["questionnaires/{id}/changes"] = [new($"/questionnaires/{published}/changes"), new($"/questionnaires/{draft}/changes")],
            ["questionnaires/{id}/publish"] = [new($"/questionnaires/{draft}/publish")],
            ["questionnaires/{id}/discard"] = [new($"/questionnaires/{draft}/discard")],
            ["questionnaires/shipped/{formId}"] = [new("/questionnaires/shipped/esg-micro")],
            ["assessments"] = [new("/assessments"), new("/assessments?q=nobody")],
            ["assessments/invite"] = [new("/assessments/invite"), new($"/assessments/invite?supplier={supplier}&questionnaire={published}"), new("/assessments/invite?q=nobody")],
            ["assessments/invited"] = [new($"/assessments/invited?at={at:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}")],
            ["assessments/{id}"] = [new($"/assessments/{invited}"), new($"/assessments/{going}"), new($"/assessments/{submitted}"), new($"/assessments/{withdrawn}")],
            ["assessments/{id}/due-date"] = [new($"/assessments/{invited}/due-date")],
            ["assessments/{id}/renew"] = [new($"/assessments/{invited}/renew")],
            ["assessments/{id}/withdraw"] = [new($"/assessments/{invited}/withdraw")],
            ["assessments/review"] = [new("/assessments/review"), new("/assessments/review?reviewer=nobody&state=Clarification&overdue=true")],
            ["assessments/{id}/review"] = [new($"/assessments/{inReview}/review"), new($"/assessments/{clarification}/review"), new($"/assessments/{finalised}/review")],
            ["assessments/{id}/reviewer"] = [new($"/assessments/{submitted}/reviewer")],
            ["assessments/{id}/send-back"] = [new($"/assessments/{inReview}/send-back")],
            ["assessments/{id}/take-back"] = [new($"/assessments/{clarification}/take-back")],
            ["assessments/{id}/finalise"] = [new($"/assessments/{inReview}/finalise"), new($"/assessments/{finalised}/finalise")],
            ["assessments/{id}/evidence/{document}"] = [new($"/assessments/{submitted}/evidence/{evidence}")],
            ["scorecards/league"] = [new("/scorecards/league?provisional=yes"), new("/scorecards/league"), new("/scorecards/league?provisional=yes&q=nobody")],
            ["scorecards/compare"] = [new($"/scorecards/compare?a={cards[0]}&b={cards[0]}"), new($"/scorecards/compare?a={cards[0]}&b={cards[^1]}"), new($"/scorecards/compare?a={provisional}&b={final}")],
            ["portal/results/compare"] = [new($"/portal/results/compare?a={own}", Role.Supplier, AssessmentState.Submitted)],
            ["scorecards/{id}"] = [new($"/scorecards/{cards[0]}"), new($"/scorecards/{cards[^1]}")],
            ["journal"] = [new("/journal"), new("/journal?q=nobody")],
            ["settings/people"] = [new("/settings/people"), new("/settings/people?suppliers=true"), new("/settings/people?q=nobody")],
            ["settings/people/{id}"] = [new($"/settings/people/{person}"), new($"/settings/people/{house.InvitedPerson}")],
            ["portal"] = [new("/portal"), new("/portal?empty=no", Role.Supplier, AssessmentState.Submitted)],
            ["portal/company"] = [new("/portal/company")],
            ["portal/assessments/{id}"] = [new($"/portal/assessments/{going}"), new($"/portal/assessments/{ofBid}", Role.Supplier, By: house.Tenders.Bidder.Email), new($"/portal/assessments/{opened}", Role.Supplier, AssessmentState.Opened), new($"/portal/assessments/{clarification}", Role.Supplier, AssessmentState.Clarification)],
            ["portal/assessments/{id}/check"] = [new($"/portal/assessments/{going}/check"), new($"/portal/assessments/{opened}/check", Role.Supplier, AssessmentState.Opened), new($"/portal/assessments/{submitted}/check", Role.Supplier, AssessmentState.Submitted), new($"/portal/assessments/{clarification}/check", Role.Supplier, AssessmentState.Clarification)],
            ["portal/assessments/{id}/colleagues"] = [new($"/portal/assessments/{going}/colleagues"), new($"/portal/assessments/{opened}/colleagues", Role.Supplier, AssessmentState.Opened)],
            ["portal/assessments/{id}/receipt"] = [new($"/portal/assessments/{submitted}/receipt", Role.Supplier, AssessmentState.Submitted)],
            ["portal/assessments/{id}/{theme}"] = [.. await ThemesOf(house, going)],
            ["portal/evidence/{id}"] = [new($"/portal/evidence/{evidence}", Role.Supplier, AssessmentState.Submitted)],
            ["portal/documents"] = [new("/portal/documents"), new("/portal/documents?q=nothing"), new("/portal/documents?some=yes", Role.Supplier, AssessmentState.Submitted)],
            ["portal/documents/{id}"] = [new($"/portal/documents/{evidence}", Role.Supplier, AssessmentState.Submitted)],
            ["portal/documents/{id}/remove"] = [new($"/portal/documents/{evidence}/remove", Role.Supplier, AssessmentState.Submitted), new($"/portal/documents/{used.DocumentId}/remove")],
            ["portal/assessments/{id}/evidence/choose"] = [new($"/portal/assessments/{going}/evidence/choose?question={used.Question}"), new($"/portal/assessments/{going}/evidence/choose")],
            ["portal/results"] = [new("/portal/results"), new("/portal/results?some=yes", Role.Supplier, AssessmentState.Submitted)],
            ["portal/results/{id}"] = [new($"/portal/results/{own}", Role.Supplier, AssessmentState.Submitted), new($"/portal/results/{final}", Role.Supplier, AssessmentState.Finalised)],
            ["invitation/{token}"] = [new(await house.InvitationLink(AssessmentState.Invited)), new(house.WithdrawnLink), new("/invitation/invented")],
            ["invitation/colleague/{token}"] = [new(house.ColleagueLink), new("/invitation/colleague/invented")],
            ["receipts/{number?}"] = [new("/receipts"), new($"/receipts/{receipt}"), new("/receipts/A-2026-INVENTED")],
            ["password/{token}"] = [new(house.PasswordLink), new("/password/invented")],
            ["setup/{token}"] = [new(house.SetupLink), new("/setup/invented")],
            ["sign-in"] = [new("/sign-in"), new("/sign-in?chosen=true")],
            ["sign-out"] = [new("/sign-out", Role.Officer)],
            ["status/{code}"] = [new("/status/404"), new("/status/403", Role.Manager), new("/status/413"), new("/status/500")],
        };
    }

    private static async Task<IEnumerable<Visit>> ThemesOf(DemoHouse house, AssessmentId assessment)
    {
        var id = await house.InDb(db => db.Assessments.IgnoreQueryFilters().Where(a => a.Id == assessment).Select(a => a.QuestionnaireVersionId).SingleAsync());
        var version = await house.InDb(db => db.QuestionnaireVersions.SingleAsync(q => q.Id == id));
        return QuestionnaireJson.ReadStored(version.Definition).Themes.Select(theme => new Visit($"/portal/assessments/{assessment}/{theme.Code}"));
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}

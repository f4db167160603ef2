using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Life;

public sealed class CarryingOverTests
{
    private static readonly (string, string) Renamed = ("Is there a policy?", "Is there a policy in writing?");

    [Theory, OnEveryDatabase]
    public async Task A_new_assessment_begins_with_the_last_answers_and_asks_to_look_at_what_changed_or_wasnt_accepted(DatabaseProvider database)
    {
        var (life, id, _) = await Again(await Houses.On(database));
        (await life.Marks(id)).ShouldBeEmpty("Nothing is there before somebody looks.");
        var at = await life.At(id);
        var page = await at.Page();
        page.Text.ShouldContain("Your last answers are here already: 3");
        page.Text.ShouldContain("Look at these before you submit: 1.");
        (await life.Marks(id)).ShouldBe(new Dictionary<string, CarryOver> { ["policy"] = CarryOver.QuestionChanged, ["since"] = CarryOver.Carried, ["energy"] = CarryOver.Carried }, ignoreOrder: true);
        (await life.House.InDb(db => db.AnswerEvidence.SingleAsync(e => e.AssessmentId == id))).State.ShouldBe(EvidenceState.Pending);
        var theme = await at.Page("/GOV");
        theme.Text.ShouldContain("Taken over from your answer of 30 June 2026. The question, its choices or its unit have changed since.");
        theme.Document.QuerySelectorAll("button[name=confirm]").Select(button => button.GetAttribute("value")).ShouldBe(["policy"]);
        (await life.Desk($"/assessments/{id}")).Text.ShouldContain("3 answers of the last assessment, not given anew");
        await at.Page();
        (await life.Journal(id)).ShouldBe(["SupplierInvited", "AssessmentOpened", "AnswersCarriedOver"], "Looking again takes nothing over again.");
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_submitted_once_everything_is_looked_at(DatabaseProvider database)
    {
        var (life, id, _) = await Again(await Houses.On(database));
        var at = await life.At(id);
        await at.Page();
        var api = await at.Api();
        (await api.PutAsJsonAsync(at.Api("answers"), new { agreed = new { value = true } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await at.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var look = await at.Page("/look");
        look.Text.ShouldContain("Is there a policy in writing?");
        look.Text.ShouldNotContain("Energy used");
        (await look.Submit(button: "button[name=only]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await at.Page("/look")).Text.ShouldContain("Nothing needs another look");
        (await life.Marks(id))["policy"].ShouldBe(CarryOver.Carried);
        (await at.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task Still_right_on_a_themes_page_saves_what_was_typed_there_and_goes_on_to_the_next(DatabaseProvider database)
    {
        var (life, id, _) = await Again(await Houses.On(database), Renamed, ("Energy used", "Energy bought"));
        var at = await life.At(id);
        await at.Page();
        var theme = await at.Page("/GOV");
        theme.Document.QuerySelector("main form button")!.GetAttribute("name").ShouldBe("stay", "The Enter key confirms nothing.");
        var sent = await theme.Submit(new() { ["a-remarks"] = "Typed before the button was pressed." }, button: "button[name=confirm]");
        sent.Headers.Location!.OriginalString.ShouldEndWith("/ENV#q-energy");
        (await life.Marks(id))["policy"].ShouldBe(CarryOver.Carried);
        (await at.Stored())["remarks"].Value.ShouldBe("Typed before the button was pressed.");
        var next = await (await at.Page("/ENV")).Submit(button: "button[name=confirm]");
        next.Headers.Location!.OriginalString.ShouldEndWith("/ENV#q-energy", customMessage: "None is left.");
        (await life.Journal(id)).ShouldBe(["SupplierInvited", "AssessmentOpened", "AnswersCarriedOver", "AssessmentBegun", "CarriedOverConfirmed", "CarriedOverConfirmed"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Many_of_one_theme_are_confirmed_with_one_press_and_only_those_that_were_shown(DatabaseProvider database)
    {
        var (life, id, _) = await Again(await Houses.On(database), Renamed, ("Since when?", "Since which day?"), ("Energy used", "Energy bought"));
        var at = await life.At(id);
        await at.Page();
        var look = await at.Page("/look");
        look.Text.ShouldContain("All 2 shown here are still right");
        await look.Submit();
        (await life.Marks(id)).ShouldBe(new Dictionary<string, CarryOver> { ["policy"] = CarryOver.Carried, ["since"] = CarryOver.Carried, ["energy"] = CarryOver.QuestionChanged }, ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task Answering_anew_ends_the_mark_and_a_confirmation_that_comes_later_changes_nothing(DatabaseProvider database)
    {
        var (life, id, _) = await Again(await Houses.On(database));
        var at = await life.At(id);
        await at.Page();
        var api = await at.Api();
        await api.PutAsJsonAsync(at.Api("answers"), new { policy = new { value = "no" } });
        (await life.Marks(id))["policy"].ShouldBe(CarryOver.None);
        var confirmed = await (await api.PostAsJsonAsync(at.Api("carried-over/confirm"), new { questions = new[] { "policy", "energy", "invented" } })).Content.ReadFromJsonAsync<JsonElement>();
        confirmed.GetProperty("questions").GetArrayLength().ShouldBe(0);
        (await life.Marks(id))["policy"].ShouldBe(CarryOver.None);
        (await api.PostAsJsonAsync(at.Api("carried-over/confirm"), new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task A_document_in_place_of_an_expired_one_ends_the_need_to_look(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (life, id, first) = await Again(house, []);
        var yesterday = house.Due(-1);
        await house.InDb(db => db.EvidenceDocuments.Where(d => d.SupplierId == life.Supplier).ExecuteUpdateAsync(set => set.SetProperty(d => d.ExpiresOn, yesterday)));
        var at = await life.At(id);
        await at.Page();
        (await life.Marks(id))["policy"].ShouldBe(CarryOver.DocumentExpired);
        (await at.Page("/GOV")).Text.ShouldContain("A document beside it no longer holds.");
        var api = await at.Api();
        (await api.PostAsync(at.Api("evidence?question=policy"), Invited.File(Invited.Pdf("the new policy"), "policy-2026.pdf"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await life.Marks(id))["policy"].ShouldBe(CarryOver.Carried);
        (await house.InDb(db => db.AnswerEvidence.CountAsync(e => e.AssessmentId == first))).ShouldBe(1, "What was submitted then keeps its own.");
    }

    [Theory, OnEveryDatabase]
    public async Task One_can_start_without_the_last_answers_keep_what_was_given_here_and_take_them_over_again(DatabaseProvider database)
    {
        var (life, id, first) = await Again(await Houses.On(database));
        var at = await life.At(id);
        var page = await at.Page();
        var api = await at.Api();
        await api.PutAsJsonAsync(at.Api("answers"), new { energy = new { value = 90 } });
        (await page.Submit(form: "form[action$='handler=Without']")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await life.Marks(id)).Keys.ShouldBe(["energy"]);
        (await life.House.InDb(db => db.AnswerEvidence.CountAsync(e => e.AssessmentId == id))).ShouldBe(0);
        (await life.House.InDb(db => db.AnswerEvidence.CountAsync(e => e.AssessmentId == first))).ShouldBe(1);
        page = await at.Page();
        page.Text.ShouldContain("You can start from your last answers");
        (await page.Submit(form: "form[action$='handler=From']")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await life.Marks(id)).ShouldBe(new Dictionary<string, CarryOver> { ["policy"] = CarryOver.QuestionChanged, ["since"] = CarryOver.Carried, ["energy"] = CarryOver.None }, ignoreOrder: true);
        (await at.Stored())["energy"].Value.ShouldBe("90");
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_who_open_it_at_once_one_takes_the_answers_over(DatabaseProvider database)
    {
        var (life, id, _) = await Again(await Houses.On(database));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => life.House.Send(new OpenAssessment.Command(id)))));
        (await life.Marks(id)).Count.ShouldBe(3);
        (await life.Journal(id)).ShouldBe(["SupplierInvited", "AssessmentOpened", "AnswersCarriedOver"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Programs_open_and_see_what_is_to_look_at_and_where_it_came_from(DatabaseProvider database)
    {
        var (life, id, first) = await Again(await Houses.On(database));
        var at = await life.At(id);
        var api = await at.Api();
        (await api.PostAsync(at.Api("open"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var answers = await api.GetFromJsonAsync<JsonElement>(at.Api("answers"));
        answers.GetProperty("toLookAt").EnumerateArray().Select(name => name.GetString()).ShouldBe(["policy"]);
        answers.GetProperty("given").GetProperty("policy").GetProperty("carryOver").GetString().ShouldBe("questionChanged");
        var beginning = await api.GetFromJsonAsync<JsonElement>(at.Api("beginning"));
        beginning.GetProperty("from").GetProperty("id").GetString().ShouldBe(first.ToString());
        beginning.GetProperty("serving").ValueKind.ShouldBe(JsonValueKind.Null, "It is of another version.");
        (await api.DeleteAsync(at.Api("carried-over"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.PostAsync(at.Api("carried-over"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await life.Marks(id)).Count.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task The_first_of_all_begins_empty_and_another_suppliers_answers_are_nobodys_beginning(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var version = await house.Publish();
        var other = await Living.In(house);
        await other.Finalised(version);
        var life = await Living.In(house);
        var id = await life.Invite(version);
        var at = await life.At(id);
        (await at.Page()).Text.ShouldNotContain("last answers");
        (await life.Marks(id)).ShouldBeEmpty();
        (await (await at.Api()).PostAsync(at.Api("carried-over"), null)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await at.Page("/look")).Text.ShouldContain("Nothing needs another look");
    }

    /// <summary>Answered, reviewed, and invited to the next version, in which the policy's question reads otherwise.</summary>
    private static Task<(Living Life, AssessmentId Again, AssessmentId First)> Again(House house) => Again(house, Renamed);

    private static async Task<(Living Life, AssessmentId Again, AssessmentId First)> Again(House house, params (string, string)[] changes)
    {
        var life = await Living.In(house);
        var version = await house.Publish();
        var first = await life.Finalised(version);
        return (life, await life.Invite(await life.Next(version, changes)), first);
    }
}

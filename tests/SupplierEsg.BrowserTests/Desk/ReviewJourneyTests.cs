using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Desk;

/// <summary>From a submitted assessment over a question that goes back to the result that the supplier reads.</summary>
public sealed class ReviewJourneyTests(LiveHouse house)
{
    [Fact]
    public async Task A_reviewer_decides_by_keyboard_asks_again_and_finalises_and_the_supplier_reads_why()
    {
        var invited = await Submitted();
        var page = await house.SignedIn(await house.Account(Role.Reviewer, name: "Zhao Min"));
        await page.GotoAsync($"/assessments/{invited.Assessment}/review?theme=GOV");
        await page.ShouldBeAccessible("review");

        // The box for what is undecided has the focus first; up from it is the other way.
        await page.TabTo("#Command_Documents_0__Verdict_Pending");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.TabTo("#Command_Documents_0__Reason");
        await page.Keyboard.TypeAsync("It is a draft");
        await page.TabTo("#q-policy details summary");
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo("#Command_Questions_0__SendBack");
        await page.Keyboard.PressAsync("Space");
        await page.TabTo("#Command_Questions_0__SendBackWords");
        await page.Keyboard.TypeAsync("Please attach the signed one.");
        await page.Locator("#Command_Questions_0__SendBack").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".notice.success")).ToContainTextAsync("Not accepted: 1");
        await Expect(page.Locator("#Command_Documents_0_ .tag.bad")).ToBeVisibleAsync();

        await page.ClickAsync(".page-actions >> text=Send back to the supplier");
        await page.ShouldBeAccessible("review-send-back");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".notice.success")).ToContainTextAsync("open to the supplier again");

        await AnswerAgain(invited);

        await page.GotoAsync($"/assessments/{invited.Assessment}/review?theme=GOV");
        await page.CheckAsync("#Command_Documents_1__Verdict_Accepted");
        await page.ClickAsync("button[name=go]");
        await Expect(page.Locator("h1")).ToContainTextAsync("Finalise the review");
        await page.ShouldBeAccessible("review-finalise");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".notice.success")).ToContainTextAsync("The review is finalised");

        var supplier = await house.SignedIn(await invited.Person);
        await supplier.GotoAsync("/portal/results");
        await supplier.ClickAsync("tbody th a");
        await Expect(supplier.Locator("#decisions")).ToContainTextAsync("It is a draft, or a signature is missing");
        await Expect(supplier.Locator("#decisions")).ToContainTextAsync("Please attach the signed one.");
        await supplier.ShouldBeAccessible("result-with-decisions");
    }

    private static async Task AnswerAgain(Invited invited)
    {
        var page = await invited.Open();
        await page.ShouldBeAccessible("clarification-tasks");
        await page.ClickAsync(".page-actions .button");
        await Expect(page.Locator("section.question")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("clarification-theme");
        await page.SetInputFilesAsync("#f-policy", new FilePayload { Name = "signed.pdf", MimeType = "application/pdf", Buffer = [.. Invited.Pdf.Buffer, 10] });
        await Expect(page.Locator("#q-policy .files a")).ToHaveCountAsync(2);
        await page.GotoAsync($"{invited.Address}/check");
        await page.CheckAsync("#Declared");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        (await invited.Read()).State.ShouldBe(AssessmentState.InReview);
    }

    private async Task<Invited> Submitted()
    {
        var invited = await Invited.To(house);
        await invited.AnswerTheRest();
        using var program = await house.Api(await invited.Person);
        var file = new ByteArrayContent(Invited.Pdf.Buffer);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { file, "file", "policy.pdf" } };
        (await program.PostAsync($"/api/v1/assessments/{invited.Assessment}/evidence?question=policy", form)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await program.PostAsJsonAsync($"/api/v1/assessments/{invited.Assessment}/submit", new { declared = true, declaredBy = "Lin Wei" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        return invited;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Accounts;

namespace SupplierEsg.BrowserTests.Support;

/// <summary>A supplier of its own, invited to the survey of <see cref="A.SurveyDefinition"/>.</summary>
internal sealed class Invited
{
    private readonly Lazy<Task<AppUser>> person;

    private Invited(LiveHouse house, SupplierId supplier, AssessmentId assessment, string email)
    {
        (House, Supplier, Assessment, Email) = (house, supplier, assessment, email);
        person = new(() => House.Account(Role.Supplier, Supplier, name: "Lin Wei"));
    }

    public LiveHouse House { get; }

    public SupplierId Supplier { get; }

    public AssessmentId Assessment { get; }

    /// <summary>Of the contact who gets the mail.</summary>
    public string Email { get; }

    public string Address => $"/portal/assessments/{Assessment}";

    /// <param name="language">Of the mail.</param>
    public static async Task<Invited> To(LiveHouse house, string language = "en")
    {
        var email = $"{Guid.NewGuid():N}@supplier.example";
        var supplier = A.Supplier().Reached("Lin Wei", email, language).Build();
        var questionnaire = A.PublishedQuestionnaire(DateTime.UtcNow);
        await house.InDb(db =>
        {
            db.AddRange(supplier, questionnaire);
            return db.SaveChangesAsync();
        });
        var result = await house.Send(new InviteSuppliers.Command(questionnaire.Id, [supplier.Id], DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30)));
        return new(house, supplier.Id, result.Invited.Single().Id, email);
    }

    public Task<AppUser> Person => person.Value;

    /// <summary>A page of one of the supplier's people, signed in.</summary>
    public async Task<IPage> Open(string path = "", string language = "en-GB", int width = 1440, bool javaScript = true)
    {
        var page = await House.SignedIn(await Person, language, width, javaScript);
        await page.GotoAsync(Address + path);
        return page;
    }

    /// <summary>A page of somebody else of the same supplier.</summary>
    public async Task<IPage> OpenAsColleague(string path, string name, string language = "en-GB", int width = 1440, bool javaScript = true)
    {
        var page = await House.SignedIn(await House.Account(Role.Supplier, Supplier, name: name), language, width, javaScript);
        await page.GotoAsync(Address + path);
        return page;
    }

    /// <summary>Answers over the API; the page isn't told.</summary>
    public async Task Answer(Dictionary<string, object> answers)
    {
        using var program = await House.Api(await Person);
        var answer = await program.PutAsJsonAsync($"/api/v1/assessments/{Assessment}/answers", answers.ToDictionary(a => a.Key, a => new { value = a.Value }));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public Task AnswerTheRest() => Answer(new() { ["policy"] = "yes", ["since"] = "2024-05-01", ["energy"] = 250, ["agreed"] = true });

    public Task<string?> Stored(string question) =>
        House.InDb(db => db.Answers.IgnoreQueryFilters().Where(a => a.AssessmentId == Assessment && a.Question == question).Select(a => a.Value).SingleOrDefaultAsync());

    public Task<Assessment> Read() => House.InDb(db => db.Assessments.IgnoreQueryFilters().AsNoTracking().SingleAsync(a => a.Id == Assessment));

    public static FilePayload Pdf => new() { Name = "policy.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7\n%a policy\n\0\u0001\n%%EOF") };

    /// <summary>The beginning of every program for Windows, under a name that hides it.</summary>
    public static FilePayload Program => new() { Name = "policy.pdf", MimeType = "application/pdf", Buffer = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, .. new byte[200]] };
}

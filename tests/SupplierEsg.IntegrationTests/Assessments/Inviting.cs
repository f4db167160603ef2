using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Assessments;

/// <summary>Suppliers and questionnaires to invite with, and the mail that comes of it.</summary>
internal static class Inviting
{
    public static DateOnly Due(this House house, int days = 21) => DateOnly.FromDateTime(house.Time.GetUtcNow().UtcDateTime).AddDays(days);

    public static async Task<Supplier> Register(this House house, SupplierBuilder? supplier = null)
    {
        var made = (supplier ?? A.Supplier().Reached("Anna Weber", NewAddress())).Build();
        await house.InDb(async db =>
        {
            db.Add(made);
            return await db.SaveChangesAsync();
        });
        return made;
    }

    public static async Task<QuestionnaireVersion> Publish(this House house)
    {
        var version = A.PublishedQuestionnaire(house.Time.GetUtcNow().UtcDateTime);
        await house.InDb(async db =>
        {
            db.Add(version);
            return await db.SaveChangesAsync();
        });
        return version;
    }

    /// <summary>One supplier with one contact, invited.</summary>
    public static async Task<(Supplier Supplier, AssessmentId Id, string Email)> Invite(this House house, string language = "en", string person = "Anna Weber")
    {
        var email = NewAddress();
        var supplier = await house.Register(A.Supplier().Reached(person, email, language));
        var questionnaire = await house.Publish();
        var done = await house.Send(new InviteSuppliers.Command(questionnaire.Id, [supplier.Id], house.Due(), "Please look at the sites in Bremen."));
        return (supplier, done.Invited.Single().Id, email);
    }

    public static string NewAddress() => $"{Guid.NewGuid():N}@supplier.example";

    public static Task<Assessment> Read(this House house, AssessmentId id) => house.InDb(db => db.Assessments.AsNoTracking().SingleAsync(a => a.Id == id));

    /// <summary>The path of the link in a mail.</summary>
    public static string Link(this MimeMessage mail) => Regex.Match(mail.TextBody!, @"https?://[^/\s]+(/invitation/\S+)").Groups[1].Value;

    public static async Task<string> LinkTo(this House house, string email) => (await house.MailsTo(email))[^1].Link();
}

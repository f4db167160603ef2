using SupplierEsg.Application.Answering;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.UnitTests.Assessments;

/// <summary>Sharing an assessment out among a supplier's people, and what is refused about it.</summary>
public sealed class ColleagueTests
{
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Invitee Priya = new("Priya Nair", "priya@supplier.example", "en");
    private static readonly string[] Known = ["GOV", "ENV", "SOC"];
    private readonly Assessment assessment = A.Invitation(SupplierId.New(), A.PublishedQuestionnaire(Now), Now);

    [Fact]
    public void Themes_are_kept_in_the_questionnaires_order_and_the_journal_holds_no_key()
    {
        var colleague = Invite(themes: ["SOC", "GOV"]);
        colleague.Themes.ShouldBe(["GOV", "SOC"]);
        (colleague.AssessmentId, colleague.SupplierId, colleague.AcceptedAt).ShouldBe((assessment.Id, assessment.SupplierId, (DateTime?)null));
        var told = Last<ColleagueInvited>();
        (told.Email, told.Colleague).ShouldBe((Priya.Email, colleague.Id));
        told.ToString().ShouldNotContain(colleague.InvitationKey.ToString());
    }

    [Fact]
    public void Whoever_has_an_account_has_nothing_to_accept()
    {
        var account = Guid.CreateVersion7();
        var colleague = Invite(account: account);
        (colleague.AccountId, colleague.AcceptedAt).ShouldBe((account, Now));
    }

    [Fact]
    public void No_theme_an_unknown_one_the_same_address_twice_and_a_thirty_first_are_refused()
    {
        Refused(() => Invite(themes: [])).ShouldBe("colleague.no-theme");
        Refused(() => Invite(themes: ["gov"])).ShouldBe("colleague.theme-unknown");
        var first = Invite();
        Refused(() => Invite(there: [first], person: Priya with { Email = "PRIYA@supplier.example" })).ShouldBe("colleague.there-already");
        var crowd = Enumerable.Range(0, Colleague.MaxPerAssessment).Select(i => Invite(person: Priya with { Email = $"{i}@supplier.example" })).ToList();
        Refused(() => Invite(there: crowd)).ShouldBe("colleague.too-many");
    }

    [Fact]
    public void A_link_works_once_and_for_thirty_days_and_only_the_newest()
    {
        var colleague = Invite();
        var old = colleague.InvitationKey;
        assessment.InviteAgain(colleague, Now.AddDays(3));
        Last<ColleagueInvitedAgain>().Email.ShouldBe(Priya.Email);
        Refused(() => assessment.Accept(colleague, old, Guid.NewGuid(), Now)).ShouldBe("colleague.link-outdated");
        Refused(() => assessment.Accept(colleague, colleague.InvitationKey, Guid.NewGuid(), Now.AddDays(34))).ShouldBe("colleague.link-expired");
        var account = Guid.NewGuid();
        assessment.Accept(colleague, colleague.InvitationKey, account, Now.AddDays(33));
        (colleague.AccountId, colleague.AcceptedAt).ShouldBe((account, Now.AddDays(33)));
        Last<ColleagueAccepted>().Account.ShouldBe(account);
        Refused(() => assessment.Accept(colleague, colleague.InvitationKey, account, Now.AddDays(33))).ShouldBe("colleague.link-used");
    }

    [Fact]
    public void An_accepted_colleague_is_neither_mailed_again_nor_taken_back_but_can_lose_all_themes()
    {
        var colleague = Invite(account: Guid.NewGuid());
        Refused(() => assessment.InviteAgain(colleague, Now)).ShouldBe("colleague.accepted");
        Refused(() => assessment.TakeBack(colleague)).ShouldBe("colleague.accepted");
        assessment.GiveThemes(colleague, [], Known);
        colleague.Themes.ShouldBeEmpty();
        Last<ColleagueThemesChanged>().Themes.ShouldBeEmpty();
        var told = assessment.Events.Count;
        assessment.GiveThemes(colleague, [], Known);
        assessment.Events.Count.ShouldBe(told, "Nothing changed, so nothing happened.");
    }

    [Fact]
    public void Nobody_is_asked_for_an_assessment_that_is_over()
    {
        var colleague = Invite();
        assessment.Withdraw("The order went elsewhere.");
        Refused(() => Invite()).ShouldBe("assessment.withdrawn");
        Refused(() => assessment.GiveThemes(colleague, ["GOV"], Known)).ShouldBe("assessment.withdrawn");
        Refused(() => assessment.InviteAgain(colleague, Now)).ShouldBe("assessment.withdrawn");
        Refused(() => assessment.Accept(colleague, colleague.InvitationKey, Guid.NewGuid(), Now)).ShouldBe("colleague.link-outdated");
        Refused(() => assessment.AddNote("policy", "x", 0, (Guid.NewGuid(), "Priya Nair"), Now)).ShouldBe("assessment.withdrawn");
        assessment.TakeBack(colleague);
        Last<ColleagueTakenBack>().Email.ShouldBe(Priya.Email);
    }

    [Fact]
    public void A_note_has_words_but_not_too_many_and_the_journal_has_none_of_them()
    {
        var writer = (Id: Guid.NewGuid(), Name: "Priya Nair");
        assessment.HasNotes.ShouldBeFalse();
        Refused(() => assessment.AddNote("policy", "", 0, writer, Now)).ShouldBe("note.empty");
        Refused(() => assessment.AddNote("policy", new('x', AnswerNote.MaxLength + 1), 0, writer, Now)).ShouldBe("note.too-long");
        Refused(() => assessment.AddNote("policy", "x", AnswerNote.MaxPerQuestion, writer, Now)).ShouldBe("note.too-many");
        var note = assessment.AddNote("policy", "Ask the works council first.", 0, writer, Now);
        assessment.HasNotes.ShouldBeTrue();
        Last<NoteAdded>().ToString().ShouldNotContain("works council");
        Refused(() => assessment.DeleteNote(note, Guid.NewGuid())).ShouldBe("note.not-yours");
        assessment.DeleteNote(note, writer.Id);
        Last<NoteDeleted>().Note.ShouldBe(note.Id);
    }

    [Fact]
    public void A_mark_changes_with_everything_an_answer_says()
    {
        string[] marks =
        [
            AnswerMark.Of(null), AnswerMark.Of("yes", false, null, false), AnswerMark.Of("no", false, null, false), AnswerMark.Of(null, true, "yes", false),
            AnswerMark.Of(null, true, "no", false), AnswerMark.Of(null, false, null, true),
        ];
        marks.Distinct().Count().ShouldBe(marks.Length);
        AnswerMark.Of(null, false, null, false).ShouldBe(AnswerMark.Of(null));
    }

    private Colleague Invite(IReadOnlyCollection<Colleague>? there = null, Invitee? person = null, string[]? themes = null, Guid? account = null) =>
        assessment.InviteColleague(there ?? [], person ?? Priya, themes ?? ["GOV"], Known, "Lin Wei", account, Now);

    private T Last<T>()
        where T : DomainEvent => assessment.Events[^1].ShouldBeOfType<T>();

    private static string Refused(Action act) => Should.Throw<RuleBroken>(act).Code;
}

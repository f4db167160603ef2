using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.UnitTests.Assessments;

public sealed class InvitingTests
{
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Due = new(2026, 7, 21);
    private static readonly Invitee Anna = new("Anna Weber", "anna@supplier.example", "en");
    private static readonly Guid Account = Guid.CreateVersion7();

    [Fact]
    public void An_invitation_tells_the_journal_whom_and_until_when_and_nothing_secret()
    {
        var assessment = Invited();
        assessment.State.ShouldBe(AssessmentState.Invited);
        assessment.LinkEndsOn.ShouldBe(new DateOnly(2026, 8, 20));
        var told = assessment.Events.ShouldHaveSingleItem().ShouldBeOfType<SupplierInvited>();
        (told.Email, told.Language, told.DueOn).ShouldBe(("anna@supplier.example", "en", Due));
        told.ToString().ShouldNotContain(assessment.InvitationKey.ToString());
    }

    [Theory]
    [InlineData(-1, "assessment.due-in-the-past")]
    [InlineData(0, "assessment.due-in-the-past")]
    [InlineData(800, "assessment.due-too-far")]
    public void The_due_date_lies_ahead_but_not_beyond_two_years(int days, string code)
    {
        var due = DateOnly.FromDateTime(Now).AddDays(days);
        Refused(() => Assessment.Invite(SupplierId.New(), A.PublishedQuestionnaire(Now), Anna, due, Now)).Code.ShouldBe(code);
        Refused(() => Invited().ChangeDueDate(due, Now)).Code.ShouldBe(code);
    }

    [Fact]
    public void Nobody_is_invited_to_a_draft() =>
        Refused(() => Assessment.Invite(SupplierId.New(), QuestionnaireVersion.Import(QuestionnaireJson.ReadStored(A.SurveyDefinition), 1, null, Now), Anna, Due, Now)).Code.ShouldBe("questionnaire.not-published");

    [Theory]
    [InlineData(SupplierStatus.Prospective, "assessment.supplier-prospective")]
    [InlineData(SupplierStatus.Suspended, "assessment.supplier-suspended")]
    [InlineData(SupplierStatus.Blocked, "assessment.supplier-blocked")]
    public void Only_a_supplier_in_good_standing_is_invited(SupplierStatus status, string code)
    {
        var supplier = A.Supplier().InStatus(status).Build();
        var obstacle = Inviting.Obstacle(supplier, alreadyInvited: false, "Suppliers[0]").ShouldNotBeNull();
        (obstacle.Code, obstacle.Member).ShouldBe((code, "Suppliers[0]"));
        obstacle.Message.ShouldContain(supplier.LegalName);
    }

    [Fact]
    public void A_supplier_needs_somebody_to_write_to_and_no_open_assessment_of_the_same_questionnaire()
    {
        var silent = A.Supplier().With(p => p with { Contacts = [new() { Name = "Anna", Phone = "1234" }] }).Build();
        Inviting.Obstacle(silent, false, "Suppliers[0]")!.Code.ShouldBe("assessment.no-contact");
        Inviting.Obstacle(A.Supplier().Build(), true, "Suppliers[0]")!.Code.ShouldBe("assessment.already-invited");
        Inviting.Obstacle(A.Supplier().InStatus(SupplierStatus.Qualified).Build(), false, "Suppliers[0]").ShouldBeNull();
    }

    [Fact]
    public void The_mail_goes_to_the_first_contact_with_an_address_or_to_the_one_that_is_named()
    {
        var supplier = A.Supplier().With(p => p with
        {
            Contacts = [new() { Name = "Door" }, new() { Name = "Li Na", Email = "li.na@s.example", Language = "zh-CN" }, new() { Name = "Bo", Email = "bo@s.example", Language = "sv" }],
        }).Build();
        Inviting.InviteeOf(supplier, null, null, "Suppliers[0]").ShouldBe(new("Li Na", "li.na@s.example", "zh-Hans"));
        Inviting.InviteeOf(supplier, "BO@s.example", "zh-Hans", "Suppliers[0]").ShouldBe(new("Bo", "bo@s.example", "zh-Hans"));
        Refused(() => Inviting.InviteeOf(supplier, "else@s.example", null, "Suppliers[0]")).Code.ShouldBe("assessment.contact-unknown");
    }

    [Fact]
    public void A_link_works_once()
    {
        var assessment = Invited();
        assessment.Accept(assessment.InvitationKey, Account, Now);
        assessment.AcceptedAt.ShouldBe(Now);
        Refused(() => assessment.Accept(assessment.InvitationKey, Account, Now)).Code.ShouldBe("assessment.link-used");
    }

    [Fact]
    public void A_renewed_invitation_ends_the_link_before_it()
    {
        var assessment = Invited();
        var old = assessment.InvitationKey;
        assessment.Accept(old, Account, Now);
        assessment.RenewInvitation(Anna with { Email = "berta@supplier.example" }, Now.AddDays(1));
        Refused(() => assessment.Accept(old, Account, Now.AddDays(1))).Code.ShouldBe("assessment.link-outdated");
        assessment.Accept(assessment.InvitationKey, Account, Now.AddDays(1));
        assessment.Events.OfType<InvitationRenewed>().ShouldHaveSingleItem().Email.ShouldBe("berta@supplier.example");
    }

    [Fact]
    public void A_link_ends_thirty_days_after_the_due_date_and_a_later_due_date_revives_it()
    {
        var assessment = Invited();
        var late = new DateTime(2026, 8, 21, 0, 0, 0, DateTimeKind.Utc);
        assessment.RequireWorkingLink(assessment.InvitationKey, late.AddSeconds(-1));
        Refused(() => assessment.Accept(assessment.InvitationKey, Account, late)).Code.ShouldBe("assessment.link-expired");
        assessment.ChangeDueDate(new DateOnly(2026, 9, 1), late);
        assessment.Accept(assessment.InvitationKey, Account, late);
    }

    [Fact]
    public void A_changed_due_date_is_told_with_what_it_was()
    {
        var assessment = Invited();
        assessment.ChangeDueDate(Due, Now);
        assessment.ChangeDueDate(Due.AddDays(7), Now);
        var told = assessment.Events.OfType<DueDateChanged>().ShouldHaveSingleItem();
        (told.From, told.To).ShouldBe((Due, Due.AddDays(7)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Withdrawing_needs_a_reason(string? reason) =>
        Refused(() => Invited().Withdraw(reason!)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("assessment.reason-missing"), r => r.Member.ShouldBe("Reason"));

    [Fact]
    public void Nothing_is_done_with_a_withdrawn_assessment() => Over(assessment => assessment.Withdraw("Sold to another company"), "assessment.withdrawn");

    [Fact]
    public void Nothing_is_done_with_a_submitted_assessment() =>
        Over(assessment => assessment.Submit(new(Now, "A-2026-K7Q4M2XP", "00", "Anna Weber"), Anna.Email, "en"), "assessment.submitted");

    [Fact]
    public void Late_is_after_the_due_date_while_open_and_by_the_day_of_submission_after()
    {
        var assessment = Invited();
        assessment.IsLate(Due).ShouldBeFalse();
        assessment.IsLate(Due.AddDays(1)).ShouldBeTrue();
        assessment.Submit(new(Due.ToDateTime(new TimeOnly(23, 59), DateTimeKind.Utc), "A-2026-K7Q4M2XP", "00", "Anna Weber"), Anna.Email, "en");
        assessment.IsLate(Due.AddDays(9)).ShouldBeFalse();
    }

    [Fact]
    public void The_slot_of_supplier_and_questionnaire_is_held_while_the_assessment_is_open()
    {
        var questionnaire = A.PublishedQuestionnaire(Now);
        var supplier = SupplierId.New();
        var assessment = Assessment.Invite(supplier, questionnaire, Anna, Due, Now);
        assessment.OpenFor.ShouldBe(Assessment.SlotOf(supplier, questionnaire.FormId));
        assessment.Withdraw("Invited by mistake");
        assessment.OpenFor.ShouldBeNull();
    }

    [Fact]
    public void Whoever_looks_at_the_link_stands_in_the_journal()
    {
        var assessment = Invited();
        assessment.ShowLink(Now);
        assessment.Events.OfType<InvitationLinkShown>().ShouldHaveSingleItem();
        assessment.Accept(assessment.InvitationKey, Account, Now);
        Refused(() => assessment.ShowLink(Now)).Code.ShouldBe("assessment.link-used");
    }

    private static void Over(Action<Assessment> end, string code)
    {
        var assessment = Invited();
        end(assessment);
        assessment.OpenFor.ShouldBeNull();
        Refused(() => assessment.RenewInvitation(Anna, Now)).Code.ShouldBe(code);
        Refused(() => assessment.ChangeDueDate(Due.AddDays(1), Now)).Code.ShouldBe(code);
        Refused(() => assessment.Withdraw("Once more")).Code.ShouldBe(code);
        Refused(() => assessment.Accept(assessment.InvitationKey, Account, Now)).Code.ShouldBe("assessment.link-outdated");
    }

    private static Assessment Invited() => Assessment.Invite(SupplierId.New(), A.PublishedQuestionnaire(Now), Anna, Due, Now, " Please look at the sites in Bremen. ");

    private static RuleBroken Refused(Action act) => Should.Throw<RuleBroken>(act);
}

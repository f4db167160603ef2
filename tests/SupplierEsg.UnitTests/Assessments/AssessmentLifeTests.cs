using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Assessments;

/// <summary>Every step an assessment can be asked to take, in every state it can be in: where it leads, or how it is refused.</summary>
public sealed class AssessmentLifeTests
{
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Invitee Bo = new("Bo", "bo@supplier.example", "en");
    private static readonly Guid Reviewer = Guid.CreateVersion7();
    private static readonly EvidenceDocument Document = new() { FileName = "policy.pdf", ContentType = "application/pdf", Sha256 = "00", UploadedBy = "Lin Wei" };

    /// <summary>
    /// Of each step, by state: the state it leads to, "." for where it was, or the code of the refusal. What "sent back"
    /// says of a question holds for the one that was; another one's refusal has its own test.
    /// </summary>
    private const string Table = """
        step             | Invited    | Opened     | InProgress | Submitted        | InReview         | Clarification    | Finalised        | Expired          | Superseded       | Withdrawn
        open             | Opened     | .          | .          | .                | .                | .                | .                | .                | .                | .
        begin            | InProgress | InProgress | .          | submitted        | submitted        | .                | submitted        | over             | over             | withdrawn
        accept           | .          | .          | .          | link-outdated    | link-outdated    | link-outdated    | link-outdated    | link-outdated    | link-outdated    | link-outdated
        show link        | .          | .          | .          | link-outdated    | link-outdated    | link-outdated    | link-outdated    | link-outdated    | link-outdated    | link-outdated
        renew            | .          | .          | .          | submitted        | submitted        | clarification    | submitted        | over             | over             | withdrawn
        change due date  | .          | .          | .          | submitted        | submitted        | clarification    | submitted        | over             | over             | withdrawn
        attach           | .          | .          | .          | submitted        | submitted        | .                | submitted        | over             | over             | withdrawn
        detach           | .          | .          | .          | submitted        | submitted        | .                | submitted        | over             | over             | withdrawn
        submit           | Submitted  | Submitted  | Submitted  | submitted        | submitted        | InReview         | submitted        | over             | over             | withdrawn
        withdraw         | Withdrawn  | Withdrawn  | Withdrawn  | submitted        | submitted        | Withdrawn        | submitted        | over             | over             | withdrawn
        assign           | not-under-review | not-under-review | not-under-review | . | .           | .                | not-under-review | not-under-review | not-under-review | not-under-review
        begin review     | not-under-review | not-under-review | not-under-review | InReview | .    | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review
        send back        | not-under-review | not-under-review | not-under-review | not-under-review | Clarification | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review
        decide           | not-under-review | not-under-review | not-under-review | not-under-review | . | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review
        judge            | not-under-review | not-under-review | not-under-review | not-under-review | . | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review
        take back        | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review | InReview | not-under-review | not-under-review | not-under-review | not-under-review
        sign             | not-under-review | not-under-review | not-under-review | not-under-review | Finalised | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review
        sign as first    | not-under-review | not-under-review | not-under-review | not-under-review | . | not-under-review | not-under-review | not-under-review | not-under-review | not-under-review
        expire           | not-possible | not-possible | not-possible | not-possible | not-possible    | not-possible     | Expired          | not-possible     | not-possible     | not-possible
        supersede        | not-possible | not-possible | not-possible | not-possible | not-possible    | not-possible     | Superseded       | Superseded       | not-possible     | not-possible
        remind           | .          | .          | .          | .                | .                | .                | .                | .                | .                | .
        carry over       | .          | .          | .          | submitted        | submitted        | clarification    | submitted        | over             | over             | withdrawn
        drop carried     | .          | .          | .          | submitted        | submitted        | clarification    | submitted        | over             | over             | withdrawn
        confirm carried  | InProgress | InProgress | .          | submitted        | submitted        | clarification    | submitted        | over             | over             | withdrawn
        give themes      | .          | .          | .          | submitted        | submitted        | .                | submitted        | over             | over             | withdrawn
        invite again     | .          | .          | .          | submitted        | submitted        | .                | submitted        | over             | over             | withdrawn
        take invitation back | .      | .          | .          | .                | .                | .                | .                | .                | .                | .
        delete note      | .          | .          | .          | .                | .                | .                | .                | .                | .                | .
        serve            | Finalised  | Finalised  | Finalised  | submitted        | submitted        | clarification    | submitted        | over             | over             | withdrawn
        """;

    private static readonly Dictionary<string, Action<Assessment, QuestionnaireVersion>> Steps = new()
    {
        ["open"] = (a, _) => a.Open(Now),
        ["begin"] = (a, _) => a.Begin(Now),
        ["accept"] = (a, _) => a.Accept(a.InvitationKey, Guid.CreateVersion7(), Now),
        ["show link"] = (a, _) => a.ShowLink(Now),
        ["renew"] = (a, _) => a.RenewInvitation(Bo, Now),
        ["change due date"] = (a, _) => a.ChangeDueDate(Today.AddDays(40), Now),
        ["attach"] = (a, _) => a.Attach(Link(a, "policy"), Document),
        ["detach"] = (a, _) => a.Detach(Link(a, "policy"), Document),
        ["submit"] = (a, _) => a.Submit(A.Receipt(Now.AddDays(4)), "lin.wei@example.com", "en"),
        ["withdraw"] = (a, _) => a.Withdraw("Invited by mistake."),
        ["assign"] = (a, _) => a.AssignReviewer(Reviewer, "Rita"),
        ["begin review"] = (a, _) => a.BeginReview(Reviewer),
        ["send back"] = (a, _) => a.SendBack([A.Marked("since")], [], Today.AddDays(14), "content", Now),
        ["decide"] = (a, _) => a.Decide(Link(a, "policy"), Document, new(EvidenceState.Accepted), new("Rita", Now, null)),
        ["judge"] = (a, _) => a.Judge(A.Marked("policy"), null, new(Gap: true, GapWords: "It is certified."), new("Rita", Now, null)),
        ["take back"] = (a, _) => a.TakeBackClarification(Reviewer),
        ["sign"] = (a, _) => a.Sign(new(Reviewer, "Rita", Now), default, needsSecond: false, validMonths: 12),
        ["sign as first"] = (a, _) => a.Sign(new(Reviewer, "Rita", Now), default, needsSecond: true, validMonths: 12),
        ["expire"] = (a, _) => a.Expire(Today.AddYears(2)),
        ["supersede"] = (a, v) => a.Supersede(A.AssessmentIn(AssessmentState.Finalised, Now, a.SupplierId, v)),
        ["remind"] = (a, _) => a.RemindOfExpiry(Today.AddMonths(11)),
        ["carry over"] = (a, v) => a.CarryOver(A.AssessmentIn(AssessmentState.Submitted, Now, a.SupplierId, v), 4, 1),
        ["drop carried"] = (a, _) => a.DropCarriedOver(),
        ["confirm carried"] = (a, _) => a.ConfirmCarriedOver(["policy"], Now),
        ["give themes"] = (a, _) => a.GiveThemes(Helper(a), ["ENV"], ["GOV", "ENV"]),
        ["invite again"] = (a, _) => a.InviteAgain(Helper(a), Now),
        ["take invitation back"] = (a, _) => a.TakeBack(Helper(a)),
        ["delete note"] = (a, _) => a.DeleteNote(new() { Question = "policy", Text = "Ask Bo.", By = "Lin Wei", ById = Reviewer }, Reviewer),
        ["serve"] = (a, v) => a.ServeBy(A.AssessmentIn(AssessmentState.Finalised, Now, a.SupplierId, v), A.Receipt(Now.AddDays(5)), "lin.wei@example.com", "en"),
    };

    public static TheoryData<string, AssessmentState, string> Everything()
    {
        var data = new TheoryData<string, AssessmentState, string>();
        var lines = Table.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToList()).ToList();
        foreach (var line in lines.Skip(1))
            for (var column = 1; column < line.Count; column++)
                data.Add(line[0], Enum.Parse<AssessmentState>(lines[0][column]), line[column]);
        return data;
    }

    [Theory, MemberData(nameof(Everything))]
    public void Each_step_leads_where_the_table_says_or_is_refused_and_changes_nothing(string step, AssessmentState state, string expected)
    {
        var version = A.PublishedQuestionnaire(Now);
        var assessment = A.AssessmentIn(state, Now, questionnaire: version);
        assessment.State.ShouldBe(state);
        var (told, round) = (assessment.Events.Count, assessment.Round);
        if (expected == "." || char.IsUpper(expected[0]))
        {
            Steps[step](assessment, version);
            assessment.State.ShouldBe(expected == "." ? state : Enum.Parse<AssessmentState>(expected));
            if (expected != ".")
                assessment.Events.Count.ShouldBeGreaterThan(told, "A change of state without an event.");
            return;
        }
        Should.Throw<RuleBroken>(() => Steps[step](assessment, version)).Code.ShouldBe($"assessment.{expected}");
        (assessment.State, assessment.Events.Count, assessment.Round).ShouldBe((state, told, round));
    }

    [Fact]
    public void The_table_has_every_state_and_every_step_that_an_assessment_knows()
    {
        var rows = Everything();
        rows.Count.ShouldBe(Steps.Count * Enum.GetValues<AssessmentState>().Length);
        // A method added later has to be put to the test here: what changes an assessment is public and returns nothing, or says whether.
        var methods = typeof(Assessment).GetMethods().Where(m => m.DeclaringType == typeof(Assessment) && !m.IsStatic && !m.IsSpecialName && (m.ReturnType == typeof(void) || m.ReturnType == typeof(bool)))
            .Select(m => m.Name).Where(name => !name.StartsWith("Require", StringComparison.Ordinal) && !name.StartsWith("Is", StringComparison.Ordinal)).Distinct().ToList();
        methods.Count.ShouldBe(Steps.Count - 1, $"Steps: {string.Join(", ", methods)}; signing is there twice.");
    }

    [Theory, MemberData(nameof(Pairs))]
    public void No_step_goes_where_the_table_of_states_doesnt(AssessmentState from, AssessmentState to)
    {
        var reached = Everything().Any(row => row.Data.Item2 == from && row.Data.Item3 == to.ToString());
        from.CanBecome(to).ShouldBe(reached || (from is AssessmentState.Invited or AssessmentState.Opened && to is AssessmentState.InProgress or AssessmentState.Opened && reached));
    }

    public static TheoryData<AssessmentState, AssessmentState> Pairs()
    {
        var data = new TheoryData<AssessmentState, AssessmentState>();
        foreach (var from in Enum.GetValues<AssessmentState>())
            foreach (var to in Enum.GetValues<AssessmentState>().Where(to => to != from))
                data.Add(from, to);
        return data;
    }

    [Fact]
    public void A_whole_life_tells_the_journal_each_step()
    {
        var version = A.PublishedQuestionnaire(Now);
        var first = A.AssessmentIn(AssessmentState.Clarification, Now, questionnaire: version);
        first.Reopened.ShouldBe(["policy"]);
        first.Submit(A.Receipt(Now.AddDays(5)), "lin.wei@example.com", "en");
        (first.Round, first.EarlierSubmissions.Count, first.Reopened.Count).ShouldBe((2, 1, 0));
        first.Sign(new(Reviewer, "Rita", Now.AddDays(6)), default, needsSecond: true, validMonths: 12).ShouldBeFalse();
        Should.Throw<RuleBroken>(() => first.Sign(new(Reviewer, "Rita", Now.AddDays(6)), default, needsSecond: true, validMonths: 12)).Code.ShouldBe("assessment.second-reviewer-needed");
        first.Sign(new(Guid.CreateVersion7(), "Sven", Now.AddDays(7)), default, needsSecond: true, validMonths: 12).ShouldBeTrue();
        first.ValidUntil.ShouldBe(new DateOnly(2027, 7, 7));
        first.RemindOfExpiry(new(2027, 6, 20)).ShouldBeTrue();
        first.Expire(new(2027, 7, 8));

        var second = A.Invitation(first.SupplierId, version, Now.AddYears(1));
        second.Open(Now.AddYears(1));
        second.CarryOver(first, 4, 1);
        second.ConfirmCarriedOver(["since"], Now.AddYears(1));
        second.Submit(A.Receipt(Now.AddYears(1)), "lin.wei@example.com", "en");
        second.BeginReview(Reviewer);
        second.Sign(new(Reviewer, "Rita", Now.AddYears(1)), default, needsSecond: false, validMonths: 6);
        first.Supersede(second);

        first.SupersededBy.ShouldBe(second.Id);
        Told(first).ShouldBe(["SupplierInvited", "AssessmentOpened", "AssessmentBegun", "AssessmentSubmitted", "ReviewBegun", "AssessmentSentBack", "AssessmentSubmitted", "ReviewSigned", "AssessmentFinalised", "ExpiryDrawsNear", "AssessmentExpired", "AssessmentSuperseded"]);
        Told(second).ShouldBe(["SupplierInvited", "AssessmentOpened", "AnswersCarriedOver", "AssessmentBegun", "CarriedOverConfirmed", "AssessmentSubmitted", "ReviewBegun", "AssessmentFinalised"]);
    }

    [Theory]
    [InlineData("2027-07-03", false)]
    [InlineData("2027-07-04", true)]
    public void It_counts_on_its_last_day_and_expires_the_day_after(string day, bool expires)
    {
        var assessment = A.AssessmentIn(AssessmentState.Finalised, Now);
        assessment.ValidUntil.ShouldBe(new DateOnly(2027, 7, 3));
        if (expires)
            assessment.Expire(DateOnly.Parse(day));
        else
            Should.Throw<RuleBroken>(() => assessment.Expire(DateOnly.Parse(day))).Code.ShouldBe("assessment.not-possible");
        assessment.State.ShouldBe(expires ? AssessmentState.Expired : AssessmentState.Finalised);
    }

    [Fact]
    public void The_end_is_told_once_at_90_at_30_and_at_7_days()
    {
        var assessment = A.AssessmentIn(AssessmentState.Finalised, Now);
        var last = assessment.ValidUntil!.Value;
        var told = Enumerable.Range(0, 120).Select(past => last.AddDays(past - 119)).Where(assessment.RemindOfExpiry).Select(day => last.DayNumber - day.DayNumber);
        told.ShouldBe([90, 30, 7]);
        assessment.RemindOfExpiry(last.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_night_without_the_program_leaves_out_what_is_past_and_tells_the_nearest()
    {
        var assessment = A.AssessmentIn(AssessmentState.Finalised, Now);
        assessment.RemindOfExpiry(assessment.ValidUntil!.Value.AddDays(-5)).ShouldBeTrue();
        assessment.RemindOfExpiry(assessment.ValidUntil!.Value.AddDays(-4)).ShouldBeFalse();
        assessment.RemindedBefore.ShouldBe(7);
    }

    [Fact]
    public void Serving_copies_until_when_and_by_whom_it_was_reviewed()
    {
        var version = A.PublishedQuestionnaire(Now);
        var source = A.AssessmentIn(AssessmentState.Finalised, Now, questionnaire: version);
        var served = A.Invitation(source.SupplierId, version, Now.AddMonths(2));
        served.ServeBy(source, A.Receipt(Now.AddMonths(2), "Lin Wei"), "lin.wei@example.com", "en");
        (served.ValidUntil, served.ServedBy, served.Finalised!.Name, served.OpenFor, served.Round).ShouldBe((source.ValidUntil, source.Id, "Rita Reviewer", null, 1));
        served.Submission!.Receipt.ShouldNotBe(source.Submission!.Receipt);
        var told = served.Events[^1].ShouldBeOfType<AssessmentServed>();
        (told.From, told.ConsentedBy).ShouldBe((source.Id, "Lin Wei"));
    }

    [Fact]
    public void What_has_expired_or_is_of_another_version_or_supplier_serves_nothing()
    {
        var version = A.PublishedQuestionnaire(Now);
        var served = A.Invitation(SupplierId.New(), version, Now);
        Assessment[] unfit =
        [
            A.AssessmentIn(AssessmentState.Finalised, Now, served.SupplierId),
            A.AssessmentIn(AssessmentState.Finalised, Now, SupplierId.New(), version),
            A.AssessmentIn(AssessmentState.Submitted, Now, served.SupplierId, version),
            A.AssessmentIn(AssessmentState.Expired, Now, served.SupplierId, version),
            A.AssessmentIn(AssessmentState.Finalised, Now.AddYears(-2), served.SupplierId, version),
        ];
        foreach (var source in unfit)
            Should.Throw<RuleBroken>(() => served.ServeBy(source, A.Receipt(Now), "lin.wei@example.com", "en")).Code.ShouldBe("assessment.cant-serve");
        served.State.ShouldBe(AssessmentState.Invited);
    }

    [Fact]
    public void Only_answers_on_record_of_the_same_supplier_are_carried_over()
    {
        var assessment = A.Invitation(SupplierId.New(), A.PublishedQuestionnaire(Now), Now);
        foreach (var past in new[] { A.AssessmentIn(AssessmentState.InProgress, Now, assessment.SupplierId), A.AssessmentIn(AssessmentState.Withdrawn, Now, assessment.SupplierId), A.AssessmentIn(AssessmentState.Finalised, Now), assessment })
            Should.Throw<RuleBroken>(() => assessment.CarryOver(past, 1, 0)).Code.ShouldBe("assessment.nothing-to-carry-over");
    }

    [Fact]
    public void Nothing_is_superseded_by_itself_or_by_what_isnt_finalised_or_by_another_suppliers()
    {
        var old = A.AssessmentIn(AssessmentState.Finalised, Now);
        foreach (var newer in new[] { old, A.AssessmentIn(AssessmentState.InReview, Now, old.SupplierId), A.AssessmentIn(AssessmentState.Finalised, Now) })
            Should.Throw<RuleBroken>(() => old.Supersede(newer)).Code.ShouldBe("assessment.not-possible");
    }

    [Fact]
    public void In_a_clarification_only_what_was_sent_back_takes_documents_and_a_withdrawal_reopens_nothing()
    {
        var assessment = A.AssessmentIn(AssessmentState.Clarification, Now);
        Should.Throw<RuleBroken>(() => assessment.Attach(Link(assessment, "energy"), Document)).Code.ShouldBe("assessment.not-reopened");
        assessment.Withdraw("The supplier has left.");
        (assessment.Reopened.Count, assessment.ClarifyBy, assessment.IsOpen).ShouldBe((0, null, false));
        Should.Throw<RuleBroken>(() => A.AssessmentIn(AssessmentState.Clarification, Now).Withdraw(" ")).Code.ShouldBe("assessment.reason-missing");
    }

    [Fact]
    public void A_slot_is_taken_while_it_is_open_and_free_once_it_was_submitted()
    {
        foreach (var state in Enum.GetValues<AssessmentState>())
            (A.AssessmentIn(state, Now).OpenFor is not null).ShouldBe(state.IsOpen(), state.ToString());
    }

    private static Colleague Helper(Assessment assessment) =>
        new() { Id = ColleagueId.New(), AssessmentId = assessment.Id, SupplierId = assessment.SupplierId, Name = "Bo", Email = Bo.Email, Language = "en", InvitedBy = "Lin Wei" };

    private static AnswerEvidence Link(Assessment assessment, string question) => new() { AssessmentId = assessment.Id, Question = question, SupplierId = assessment.SupplierId };

    private static IEnumerable<string> Told(Assessment assessment) => assessment.Events.Select(happened => happened.Name);
}

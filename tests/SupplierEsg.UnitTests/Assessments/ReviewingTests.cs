using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Assessments;

public sealed class ReviewingTests
{
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Zhao = Guid.CreateVersion7();
    private static readonly Guid Noor = Guid.CreateVersion7();
    private static readonly ReviewProgress Done = new(2, 1, 0, 0, 0);
    private static readonly EvidenceDocument Policy = new() { Id = EvidenceId.New(), SupplierId = default, FileName = "policy.pdf", ContentType = "application/pdf", Sha256 = "00", UploadedBy = "Lin Wei" };

    [Fact]
    public void A_review_begins_once_and_belongs_to_whoever_begins_unless_somebody_has_it()
    {
        var assessment = Submitted();
        assessment.BeginReview(Zhao);
        assessment.BeginReview(Noor);
        (assessment.State, assessment.ReviewerId).ShouldBe((AssessmentState.InReview, Zhao));
        assessment.Events.OfType<ReviewBegun>().ShouldHaveSingleItem();

        var given = Submitted();
        given.AssignReviewer(Noor, "Noor Haddad");
        given.AssignReviewer(Noor, "Noor Haddad");
        given.BeginReview(Zhao);
        given.ReviewerId.ShouldBe(Noor);
        given.Events.OfType<ReviewerAssigned>().ShouldHaveSingleItem().ReviewerName.ShouldBe("Noor Haddad");
    }

    [Fact]
    public void Accepting_and_rejecting_a_document_tells_the_journal_with_its_reason()
    {
        var (assessment, link) = (InReview(), Link());
        assessment.Decide(link, Policy, new(EvidenceState.Accepted, Words: " fine "), By("Zhao Min")).ShouldBeTrue();
        (link.State, link.Reason, link.Words, link.DecidedBy, link.DecidedAt).ShouldBe((EvidenceState.Accepted, null, "fine", "Zhao Min", Now));
        assessment.Decide(link, Policy, new(EvidenceState.Accepted, Words: "fine"), By("Noor")).ShouldBeFalse();
        assessment.Decide(link, Policy, new(EvidenceState.Rejected, ReviewReason.OutOfDate), By("Zhao Min", seen: Now)).ShouldBeTrue();
        assessment.Events.OfType<DocumentAccepted>().ShouldHaveSingleItem().Reason.ShouldBe("fine");
        assessment.Events.OfType<DocumentRejected>().ShouldHaveSingleItem().Cause.ShouldBe(ReviewReason.OutOfDate);

        assessment.Decide(link, Policy, new(EvidenceState.Pending), By("Zhao Min", seen: Now)).ShouldBeTrue();
        (link.State, link.Reason, link.DecidedBy, link.DecidedAt).ShouldBe((EvidenceState.Pending, null, null, null));
        assessment.Events.OfType<DocumentDecisionTakenBack>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(EvidenceState.Rejected, null, null, "review.reason-missing", "Reason")]
    [InlineData(EvidenceState.Rejected, ReviewReason.Applies, null, "review.reason-unfit", "Reason")]
    [InlineData(EvidenceState.Rejected, ReviewReason.Other, "  ", "review.words-missing", "Words")]
    [InlineData(EvidenceState.Missing, null, null, "review.no-verdict", "Verdict")]
    [InlineData(EvidenceState.Expired, null, null, "review.no-verdict", "Verdict")]
    public void A_decision_is_whole(EvidenceState state, ReviewReason? reason, string? words, string code, string member)
    {
        var refused = Refused(() => InReview().Decide(Link(), Policy, new(state, reason, words), By("Zhao Min")));
        (refused.Code, refused.Member).ShouldBe((code, member));
    }

    [Fact]
    public void Words_have_a_limit() =>
        Refused(() => InReview().Decide(Link(), Policy, new(EvidenceState.Accepted, Words: new('x', QuestionReview.MaxWordsLength + 1)), By("Zhao Min"))).Code.ShouldBe("review.words-too-long");

    [Fact]
    public void Whoever_looked_at_an_older_decision_is_told_who_decided_and_changes_nothing()
    {
        var (assessment, link) = (InReview(), Link());
        assessment.Decide(link, Policy, new(EvidenceState.Accepted), By("Zhao Min"));
        var refused = Refused(() => assessment.Decide(link, Policy, new(EvidenceState.Rejected, ReviewReason.NotSigned), By("Noor Haddad")));
        refused.Code.ShouldBe("review.decided-meanwhile");
        refused.Message.ShouldContain("Zhao Min");
        link.State.ShouldBe(EvidenceState.Accepted);
        assessment.Decide(link, Policy, new(EvidenceState.Rejected, ReviewReason.NotSigned), By("Noor Haddad", seen: Now)).ShouldBeTrue();
    }

    [Fact]
    public void Not_applicable_is_judged_for_the_answer_as_it_is()
    {
        var (assessment, review) = (InReview(), Review("energy"));
        assessment.Judge(review, Excused(3), new(new(NaReview.Rejected, ReviewReason.Applies)), By("Zhao Min")).ShouldBeTrue();
        (review.NaReview, review.AnswerRevision, review.DecidesNa(3), review.DecidesNa(4)).ShouldBe((NaReview.Rejected, 3, true, false));
        assessment.Events.OfType<NotApplicableDecided>().ShouldHaveSingleItem().Cause.ShouldBe(ReviewReason.Applies);

        Refused(() => assessment.Judge(review, Excused(4), new(new(NaReview.Accepted), AnswerRevision: 3), By("Zhao Min", seen: Now))).Code.ShouldBe("review.answered-meanwhile");
        Refused(() => assessment.Judge(review, Excused(3), new(new(NaReview.Accepted)), By("Noor"))).Code.ShouldBe("review.decided-meanwhile");
        Refused(() => assessment.Judge(Review("energy"), Excused(3), new(new(NaReview.Rejected)), By("Noor"))).Code.ShouldBe("review.reason-missing");
        Refused(() => assessment.Judge(Review("energy"), null, new(new(NaReview.Accepted)), By("Noor"))).Code.ShouldBe("review.not-applicable-not-said");
    }

    [Fact]
    public void A_judgement_of_an_earlier_answer_goes_when_the_new_one_is_judged()
    {
        var (assessment, review) = (InReview(), Review("energy"));
        assessment.Judge(review, Excused(3), new(new(NaReview.Accepted), Gap: true, GapWords: "More sites are covered."), By("Zhao Min"));
        assessment.Judge(review, Excused(4), new(SendBack: true, SendBackWords: "Which sites?"), By("Zhao Min", seen: Now));
        (review.NaReview, review.DeclarationGap, review.SendBack, review.AnswerRevision).ShouldBe((NaReview.Pending, false, true, 4));
    }

    [Fact]
    public void A_gap_and_going_back_need_words_and_can_be_taken_off()
    {
        var (assessment, review) = (InReview(), Review("policy"));
        Refused(() => assessment.Judge(review, null, new(Gap: true), By("Zhao Min"))).Member.ShouldBe("GapWords");
        Refused(() => assessment.Judge(review, null, new(SendBack: true, SendBackWords: " "), By("Zhao Min"))).Member.ShouldBe("SendBackWords");
        assessment.Judge(review, null, new(Gap: true, GapWords: "It is certified.", SendBack: true, SendBackWords: "Claim it."), By("Zhao Min")).ShouldBeTrue();
        assessment.Judge(review, null, new(Gap: true, GapWords: "It is certified.", SendBack: true, SendBackWords: "Claim it."), By("Zhao Min", seen: Now)).ShouldBeFalse();
        assessment.Judge(review, null, new(Gap: false, SendBack: false), By("Zhao Min", seen: Now)).ShouldBeTrue();
        (review.DeclarationGap, review.GapWords, review.SendBack, review.SendBackWords, review.WasAsked).ShouldBe((false, null, false, null, false));
        assessment.Events.Select(e => e.Name).TakeLast(4).ShouldBe(["DeclarationGapMarked", "QuestionMarkedToGoBack", "DeclarationGapUnmarked", "QuestionNotToGoBack"]);
    }

    [Fact]
    public void Only_what_was_sent_back_takes_answers_and_the_earlier_receipt_stands()
    {
        var assessment = InReview();
        var marked = MarkedIn(assessment, "policy");
        assessment.SendBack([marked], ["since"], Today.AddDays(10), "the text", Now);
        (assessment.State, assessment.ClarifyBy, marked.SendBack, marked.WasAsked).ShouldBe((AssessmentState.Clarification, Today.AddDays(10), false, true));
        assessment.RequireAnswering("policy");
        assessment.RequireAnswering("since");
        Refused(() => assessment.RequireAnswering("energy")).Code.ShouldBe("assessment.not-reopened");
        assessment.EarlierSubmissions.ShouldHaveSingleItem().ShouldBe(new(1, Now, "A-2026-AAAAAAAA", "hash", "Lin Wei", "the text"));
        assessment.Events.OfType<AssessmentSentBack>().ShouldHaveSingleItem().Questions.ShouldBe(["policy"]);

        assessment.Submit(new(Now.AddDays(2), "A-2026-BBBBBBBB", "hash2", "Lin Wei"), "lin@example.com", "en");
        (assessment.State, assessment.Round, assessment.ReviewDueOn).ShouldBe((AssessmentState.InReview, 2, Today.AddDays(2 + Assessment.DaysToReview)));
        assessment.Reopened.ShouldBeEmpty();
        assessment.FirstSubmittedAt.ShouldBe(Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(800)]
    public void The_day_to_answer_by_lies_ahead(int days)
    {
        var assessment = InReview();
        Refused(() => assessment.SendBack([MarkedIn(assessment, "policy")], [], Today.AddDays(days), "", Now)).Member.ShouldBe("AnswerBy");
    }

    [Fact]
    public void Nothing_marked_is_nothing_to_send_back() =>
        Refused(() => InReview().SendBack([], [], Today.AddDays(10), "", Now)).Code.ShouldBe("assessment.nothing-to-send-back");

    [Fact]
    public void A_clarification_is_taken_back_and_can_be_asked_anew_under_the_same_receipt()
    {
        var assessment = InReview();
        assessment.SendBack([MarkedIn(assessment, "policy")], [], Today.AddDays(10), "the text", Now);
        assessment.TakeBackClarification(Zhao);
        (assessment.State, assessment.Round, assessment.ClarifyBy).ShouldBe((AssessmentState.InReview, 2, null));
        Refused(() => assessment.RequireAnswering("policy")).Code.ShouldBe("assessment.submitted");
        assessment.SendBack([MarkedIn(assessment, "energy")], [], Today.AddDays(10), "changed text", Now);
        assessment.EarlierSubmissions.ShouldHaveSingleItem().Content.ShouldBe("the text");
    }

    [Fact]
    public void Signing_finalises_and_says_until_when_it_counts()
    {
        var assessment = InReview();
        assessment.Sign(new(Zhao, "Zhao Min", Now), Done, needsSecond: false, validMonths: 12).ShouldBeTrue();
        (assessment.State, assessment.ValidUntil, assessment.Finalised!.Name).ShouldBe((AssessmentState.Finalised, new DateOnly(2027, 6, 30), "Zhao Min"));
        assessment.Events.OfType<AssessmentFinalised>().ShouldHaveSingleItem();
        foreach (var change in Changes(assessment))
            Refused(change).Code.ShouldBe("assessment.not-under-review");
    }

    [Fact]
    public void Nothing_is_signed_while_something_is_undecided_or_marked_to_go_back()
    {
        Refused(() => InReview().Sign(new(Zhao, "Zhao Min", Now), new(2, 1, 1, 1, 0), false, 12)).Message.ShouldContain("Still undecided: 2");
        Refused(() => InReview().Sign(new(Zhao, "Zhao Min", Now), new(2, 1, 0, 0, 3), false, 12)).Code.ShouldBe("review.marked-to-go-back");
    }

    [Fact]
    public void The_second_reviewer_is_another_and_a_change_takes_the_first_name_back()
    {
        var (assessment, link) = (InReview(), Link());
        assessment.Sign(new(Zhao, "Zhao Min", Now), Done, needsSecond: true, validMonths: 6).ShouldBeFalse();
        assessment.State.ShouldBe(AssessmentState.InReview);
        Refused(() => assessment.Sign(new(Zhao, "Zhao Min", Now), Done, true, 6)).Code.ShouldBe("assessment.second-reviewer-needed");
        assessment.Decide(link, Policy, new(EvidenceState.Accepted), By("Noor Haddad"));
        assessment.FirstSignature.ShouldBeNull();
        assessment.Sign(new(Noor, "Noor Haddad", Now), Done, true, 6).ShouldBeFalse();
        assessment.Sign(new(Zhao, "Zhao Min", Now), Done, true, 6).ShouldBeTrue();
        assessment.ValidUntil.ShouldBe(new DateOnly(2026, 12, 30));
    }

    [Fact]
    public void Before_a_review_has_begun_nothing_is_decided()
    {
        foreach (var change in Changes(Submitted()))
            Refused(change).Code.ShouldBe("assessment.not-under-review");
        Refused(() => Invited().BeginReview(Zhao)).Code.ShouldBe("assessment.not-under-review");
        Refused(() => Invited().AssignReviewer(Zhao, "Zhao Min")).Code.ShouldBe("assessment.not-under-review");
    }

    [Fact]
    public void A_newer_one_supersedes_what_was_finalised()
    {
        var supplier = SupplierId.New();
        var (older, newer) = (InReview(supplier), InReview(supplier));
        newer.Sign(new(Zhao, "Zhao Min", Now), Done, false, 12);
        Refused(() => older.Supersede(newer)).Code.ShouldBe("assessment.not-possible");
        older.Sign(new(Zhao, "Zhao Min", Now), Done, false, 12);
        older.Supersede(newer);
        (older.State, older.SupersededBy).ShouldBe((AssessmentState.Superseded, newer.Id));
    }

    [Fact]
    public void Follow_ups_are_questions_that_an_answer_may_bring_up()
    {
        var questionnaire = CompiledQuestionnaire.CompileStored(QuestionnaireJson.ReadStored(A.SurveyDefinition));
        questionnaire.FollowUpsOf(["policy"]).Order().ShouldBe(["since", "topics"]);
        questionnaire.FollowUpsOf(["remarks"]).ShouldBeEmpty();
    }

    private static Action[] Changes(Assessment assessment) =>
    [
        () => assessment.Decide(Link(), Policy, new(EvidenceState.Accepted), By("Zhao Min")),
        () => assessment.Judge(Review("policy"), null, new(Gap: false), By("Zhao Min")),
        () => assessment.SendBack([Review("policy")], [], Today.AddDays(10), "", Now),
        () => assessment.TakeBackClarification(Zhao),
        () => assessment.Sign(new(Zhao, "Zhao Min", Now), Done, false, 12),
    ];

    private static Assessment Invited(SupplierId? supplier = null) => A.Invitation(supplier ?? SupplierId.New(), A.PublishedQuestionnaire(Now), Now);

    private static Assessment Submitted(SupplierId? supplier = null)
    {
        var assessment = Invited(supplier);
        assessment.Begin(Now);
        assessment.Submit(new(Now, "A-2026-AAAAAAAA", "hash", "Lin Wei"), "lin@example.com", "en");
        return assessment;
    }

    private static Assessment InReview(SupplierId? supplier = null)
    {
        var assessment = Submitted(supplier);
        assessment.BeginReview(Zhao);
        return assessment;
    }

    private static QuestionReview MarkedIn(Assessment assessment, string question)
    {
        var review = Review(question);
        assessment.Judge(review, null, new(SendBack: true, SendBackWords: "Please say more."), By("Zhao Min"));
        return review;
    }

    private static AnswerEvidence Link() => new() { Question = "policy", DocumentId = Policy.Id };

    private static QuestionReview Review(string question) => new() { Question = question, By = "" };

    private static Answer Excused(int revision) => new() { Question = "energy", NotApplicable = true, NaReason = "No sites.", Revision = revision, SavedBy = "Lin Wei" };

    private static ReviewerAct By(string name, DateTime? seen = null) => new(name, Now, seen);

    private static RuleBroken Refused(Action action) => Should.Throw<RuleBroken>(action);
}

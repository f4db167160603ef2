using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SupplierEsg.Application.Answering;
using SupplierEsg.Web.Pages.Portal;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>The fields of a page's form, without a page.</summary>
public sealed class PostedAnswersTests
{
    [Fact]
    public void Each_question_that_was_on_the_page_has_an_answer_also_where_its_boxes_sent_nothing()
    {
        var read = Read(("known", "policy:3:5f0c1a2b agreed:0 topics:2"), ("a-policy", "yes"), ("a-topics", "gifts"), ("a-topics", "bribery"));
        read.Keys.ShouldBe(["policy", "agreed", "topics"]);
        read["policy"].ShouldBe(new() { Text = "yes", Revision = 3, Shown = "5f0c1a2b" });
        read["agreed"].ShouldBe(new() { Text = "", Revision = 0, Shown = AnswerMark.Of(null) });
        read["topics"].ShouldBe(new() { Text = "gifts bribery", Revision = 2 });
    }

    [Fact]
    public void What_was_not_known_to_be_on_the_page_is_read_too_and_replaces_whatever_is_stored()
    {
        var read = Read(("a-energy", "12"), ("n-energy", "on"), ("r-energy", "We have none."), ("n-waste", "on"), ("known", "energy:- odd"), ("go", "1"));
        read.Keys.ShouldBe(["energy", "waste"]);
        read["energy"].ShouldBe(new() { Text = "12", NotApplicable = true, NaReason = "We have none." });
        read["waste"].ShouldBe(new() { Text = "", NotApplicable = true });
    }

    [Fact]
    public void Of_two_answers_theirs_is_left_alone_and_mine_stands_on_the_revision_that_was_shown()
    {
        var read = Read(("known", "policy:3:5f0c1a2b remarks:1"), ("a-policy", "yes"), ("c-policy", "mine:4"), ("a-remarks", "Mine"), ("c-remarks", "theirs:2"));
        read.Keys.ShouldBe(["policy"]);
        read["policy"].ShouldBe(new() { Text = "yes", Revision = 4 });
    }

    [Fact]
    public void An_answer_given_since_goes_before_a_mark_of_not_knowing_that_was_there_before()
    {
        var read = Read(("d-a", PostedAnswers.Before), ("a-a", "yes"), ("d-b", PostedAnswers.Before), ("a-b", ""), ("d-c", "on"), ("a-c", "yes"), ("d-d", PostedAnswers.Before), ("n-d", "on"));
        read.Where(answer => answer.Value.DontKnow).Select(answer => answer.Key).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void A_mark_stands_for_long_answers_too()
    {
        var long1 = new string('长', 2000);
        AnswerMark.Of(long1, false, null, false).ShouldBe(AnswerMark.Of(new string('长', 2000), false, null, false));
        AnswerMark.Of(long1, false, null, false).ShouldNotBe(AnswerMark.Of(long1 + "x", false, null, false));
        // SHA-256 of "00yes" and a NUL: pages that are open know marks of the version before.
        AnswerMark.Of("yes", false, null, false).ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("00yes\0"u8))[..8]);
    }

    private static IReadOnlyDictionary<string, AnswerInput> Read(params (string Name, string Value)[] fields) => PostedAnswers.Of(new FormCollection(
        fields.GroupBy(field => field.Name).ToDictionary(same => same.Key, same => new StringValues([.. same.Select(field => field.Value)]))));
}

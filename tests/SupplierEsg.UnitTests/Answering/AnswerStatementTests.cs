using Microsoft.SqlServer.TransactSql.ScriptDom;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data.Answers;

namespace SupplierEsg.UnitTests.Answering;

public sealed class AnswerStatementTests
{
    [Fact]
    public void The_statement_for_sql_server_parses()
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(AnswerStatements.SqlServer), out var errors);
        errors.Select(error => $"{error.Line}: {error.Message}").ShouldBeEmpty();
    }

    [Fact]
    public void Answers_travel_as_one_set() =>
        AnswerStatements.Json([new("q", "a \"b\"", false, null), new("r", null, true, "无"), new("s", null, false, null, true, Known: 3)])
            .ShouldBe("""[["q","a \"b\"",0,null,0,null],["r",null,1,"无",0,null],["s",null,0,null,1,3]]""");

    [Fact]
    public void The_fingerprint_changes_with_every_character_and_not_with_the_order()
    {
        var id = AssessmentId.New();
        Answer One(string question, string? value) => new() { AssessmentId = id, Question = question, Value = value, SavedBy = "Lin Wei" };
        string Hash(params Answer[] answers) => ContentHash.Of(id, "esg", 1, answers, Array.Empty<string>().ToLookup(x => x));

        var hash = Hash(One("a", "1"), One("b", "x"));
        Hash(One("b", "x"), One("a", "1")).ShouldBe(hash);
        Hash(One("a", "1"), One("b", "x"), One("c", null)).ShouldBe(hash);
        Hash(One("a", "1"), One("b", "y")).ShouldNotBe(hash);
        ContentHash.Of(id, "esg", 1, [One("a", "1"), One("b", "x")], new[] { "00" }.ToLookup(_ => "a")).ShouldNotBe(hash);
        ContentHash.Text(id, "esg", 1, [One("a", "商业")], Array.Empty<string>().ToLookup(x => x)).ShouldBe($"supplier-esg assessment 1\n{id}\nesg 1\n[\"a\",\"商业\",false,null,[]]\n");
    }
}

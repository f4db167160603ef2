using System.Text.Json;
using SupplierEsg.Domain.Evaluation;

namespace SupplierEsg.UnitTests.Golden;

/// <summary>The worked evaluations: published examples, and cases computed by an independent implementation.</summary>
public sealed class EvaluationGoldenTests
{
    public static TheoryData<string> Cases => WorkedCases.Named("evaluation-*");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_worked_case_comes_out(string name)
    {
        using var document = WorkedCases.Open(name);
        var reading = EvaluationCase.Read(document.RootElement.GetProperty("input"));
        reading.Faults.ShouldBeEmpty();

        reading.Case!.TryEvaluate(out var evaluation, out _).ShouldBeTrue();

        WorkedCases.Differences(document.RootElement.GetProperty("expected"), JsonSerializer.SerializeToElement(evaluation)).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_worked_cases() => Cases.Count.ShouldBeGreaterThan(30);
}

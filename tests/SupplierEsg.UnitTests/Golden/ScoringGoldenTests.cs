using System.Text.Json;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Golden;

/// <summary>The worked cases, computed by an independent implementation: inputs, and the output that must come back.</summary>
public sealed class ScoringGoldenTests
{
    public static TheoryData<string> Cases => WorkedCases.Named("scoring-*");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_worked_case_comes_out(string name)
    {
        using var document = WorkedCases.Open(name);
        var reading = ScoringCase.Read(document.RootElement.GetProperty("input"));
        reading.Faults.ShouldBeEmpty();

        reading.Case!.TryScore(out var score, out _).ShouldBeTrue();

        var actual = JsonSerializer.SerializeToElement(ScoringResponse.Of(score!));
        WorkedCases.Differences(document.RootElement.GetProperty("expected"), actual).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_worked_cases() => Cases.Count.ShouldBeGreaterThan(40);
}

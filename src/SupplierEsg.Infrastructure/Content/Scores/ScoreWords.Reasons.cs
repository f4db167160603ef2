using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Content.Scores;

// Why a question earned what it earned.
public sealed partial class ScoreWords
{
    /// <summary>The reason in one or two whole sentences: what the answer gives, then what its evidence leaves of it.</summary>
    public string Reason(ScoreLine line) =>
        Evidence(line) is { } evidence ? Say("{0} {1}", Points(line), evidence) : Points(line);

    /// <summary>What the answer itself gives.</summary>
    public string Points(ScoreLine line)
    {
        var why = line.Explanation;
        return why.Reason switch
        {
            ScoreReason.NotRelevant => Say("Not asked, because its condition does not hold."),
            ScoreReason.NotScored => Say("Asked for information; earns no points."),
            ScoreReason.Blank => Say("Not answered: gives 0."),
            ScoreReason.NotApplicablePending => Say("Called not applicable. Until a reviewer decides, it is left out of the declared score and counts 0 in the verified one."),
            ScoreReason.NotApplicableAccepted => Say("Not applicable, accepted by a reviewer: left out of both scores."),
            ScoreReason.NotApplicableRejected => Say("Called not applicable, rejected by a reviewer: counts as not answered and gives 0."),
            ScoreReason.ChosenPoints => Chosen(line.Question, why.Choices[0]),
            ScoreReason.SumOfChoices => Sum(line, why),
            ScoreReason.Acknowledged => Say("Confirmed: gives 100."),
            ScoreReason.ValidOn => Say("Valid until {0}, which is not before the scoring date {1}: gives 100.", Date(why.Date!.Value), Date(score.AsOf)),
            ScoreReason.ExpiredOn => Say("Valid until {0}, which is before the scoring date {1}: gives 0.", Date(why.Date!.Value), Date(score.AsOf)),
            ScoreReason.NotANumber => Say("The calculation gave no number: gives 0."),
            _ => OnAScale(line, why),
        };
    }

    private string OnAScale(ScoreLine line, ScoreExplanation why)
    {
        var (value, x1, y1) = (why.Value!.Value, why.X1!.Value, why.Y1!.Value);
        return why.Reason switch
        {
            ScoreReason.StepReached => Say("{0} reaches the step at {1}: gives {2}.", Number(value), Number(x1), Number(y1)),
            ScoreReason.StepBelowFirst => Say("{0} lies below the first step at {1}, whose points count all the same: gives {2}.", Number(value), Number(x1), Number(y1)),
            ScoreReason.LinearBetween => Say(
                "{0} lies between {1} ({2} points) and {3} ({4} points): gives {5}.",
                Number(value), Number(x1), Number(y1), Number(why.X2!.Value), Number(why.Y2!.Value), Figure(line.Figure.Declared)),
            _ when value < x1 => Say("{0} lies below {1}, where the points end at {2}: gives {2}.", Number(value), Number(x1), Number(y1)),
            _ when value > x1 => Say("{0} lies above {1}, where the points end at {2}: gives {2}.", Number(value), Number(x1), Number(y1)),
            _ => Say("{0} gives {1}.", Number(value), Number(y1)),
        };
    }

    private string Chosen(string question, ChosenPoints chosen) =>
        Say("Chosen: “{0}” gives {1}.", Short(ChoiceLabel(question, chosen.Choice)), Number(chosen.Points));

    private string Sum(ScoreLine line, ScoreExplanation why)
    {
        if (why.Choices.Count == 1 && why.Choices[0].Points is var only && only.Sign >= 0 && only <= Rational.Hundred)
            return Chosen(line.Question, why.Choices[0]);
        var items = string.Join(Say(", "), why.Choices.Select(c => Say("“{0}” ({1})", Short(ChoiceLabel(line.Question, c.Choice)), Number(c.Points))));
        var sum = why.Sum!.Value;
        return sum.Sign < 0 || sum > Rational.Hundred
            ? Say("Chosen: {0}. Together {1}, held at {2}.", items, Number(sum), Number(line.Declared!.Value))
            : Say("Chosen: {0}. Together {1}.", items, Number(sum));
    }

    /// <summary>What the evidence leaves of the points; null where it says nothing about them.</summary>
    public string? Evidence(ScoreLine line)
    {
        if (line is not { IsScored: true, Declared.Sign: > 0 } || (line.EvidenceNeed != EvidenceNeed.Required && line.Credit == Rational.One))
            return null;
        var share = Number(line.Credit * Rational.Hundred);
        return line.Evidence switch
        {
            EvidenceState.Accepted when line.Credit == Rational.One => Say("Its evidence is accepted."),
            EvidenceState.Accepted => Say("Its evidence is accepted: counts {0} %.", share),
            EvidenceState.Pending => Say("Its evidence waits for review: counts {0} %.", share),
            EvidenceState.Missing => Say("Its evidence is missing: counts {0} %.", share),
            EvidenceState.Rejected => Say("Its evidence was rejected: counts {0} %.", share),
            _ => Say("Its evidence has expired: counts {0} %.", share),
        };
    }
}

using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Content.Scores;

// What would have brought points. It says what would have to be so, never what to write.
public sealed partial class ScoreWords
{
    private static readonly Rational Least = Rational.Of(1, 20);

    /// <summary>A difference in points with its sign and one decimal; those that would be shown as nothing are called small.</summary>
    public string Difference(Rational points)
    {
        if (points.Sign != 0 && points < Least && points > -Least)
            return points.Sign > 0 ? Say("less than +{0}", Figure(0.1m)) : Say("less than −{0}", Figure(0.1m));
        return Signed(points.ToDecimal6());
    }

    /// <summary>The same of two stored figures; an en dash where one of them is missing.</summary>
    public string Difference(decimal? before, decimal? after) => before is { } from && after is { } to ? Signed(to - from) : "–";

    public string Change(Improvement change)
    {
        var line = score.Lines.First(l => l.Question == change.Question);
        var label = Short(Label(change.Question));
        if (change.Kind == ImprovementKind.Evidence)
            return line.Evidence switch
            {
                EvidenceState.Missing => Say("Attach evidence for “{0}”.", label),
                EvidenceState.Rejected => Say("Attach evidence that proves the answer to “{0}”; what was attached was rejected.", label),
                _ => Say("Attach evidence that is still valid for “{0}”; what was attached has expired.", label),
            };
        if (Added(line, change) is { } added)
            return change.Kind == ImprovementKind.AnswerWithEvidence
                ? Say("“{0}”: if you also had “{1}”, with evidence for it.", label, added)
                : Say("“{0}”: if you also had “{1}”.", label, added);
        return (line.Answer.Length == 0, change.Kind == ImprovementKind.AnswerWithEvidence, questions[change.Question].Type) switch
        {
            (_, false, QuestionType.Date) => Say("If “{0}” had a date that was not over on the scoring date.", label),
            (_, true, QuestionType.Date) => Say("If “{0}” had a date that was not over on the scoring date, with evidence for it.", label),
            (true, false, _) => Say("“{0}” is not answered. If you had: {1}.", label, Better(change)),
            (true, true, _) => Say("“{0}” is not answered. If you had, with evidence for it: {1}.", label, Better(change)),
            (_, false, _) => Say("“{0}”: if you had “{1}” and not “{2}”.", label, Better(change), Short(Answer(line))),
            _ => Say("“{0}”: if you had “{1}” and not “{2}”, with evidence for it.", label, Better(change), Short(Answer(line))),
        };
    }

    /// <summary>What valid evidence for the present answer would bring by itself, where the change is more than that; else null.</summary>
    public string? EvidenceAlone(Improvement change) => change is { Kind: ImprovementKind.AnswerWithEvidence, ByEvidence: { Sign: > 0 } part }
        ? Say("Evidence for the present answer alone would bring {0}.", Difference(part))
        : null;

    /// <summary>Why a document doesn't count: the reviewer's reason and words, or that it has expired.</summary>
    public string Why(FindImprovements.Refused document) => (document.State, document.Reason, document.Words) switch
    {
        (EvidenceState.Expired, _, _) => Say("{0}: expired.", document.FileName),
        (_, null or ReviewReason.Other, { Length: > 0 } words) => Say("{0}: {1}", document.FileName, words),
        (_, { } reason, { Length: > 0 } words) => Say("{0}: {1} {2}", document.FileName, Reason(reason), words),
        (_, { } reason, _) => Say("{0}: {1}", document.FileName, Reason(reason)),
        _ => Say("{0}: rejected.", document.FileName),
    };

    /// <summary>Of several choices, those to come to the given ones; null where some of these would have to go.</summary>
    private string? Added(ScoreLine line, Improvement change)
    {
        var (question, given, better) = (questions[change.Question], line.Answer.Split(' ', StringSplitOptions.RemoveEmptyEntries), change.Answer.Split(' '));
        return question.Type == QuestionType.SelectMultiple && given.Length > 0 && given.All(better.Contains)
            ? Short(Written(question, string.Join(' ', better.Except(given))))
            : null;
    }

    private string Better(Improvement change) => Short(Written(questions[change.Question], change.Answer));

    private string Reason(ReviewReason reason) => reason switch
    {
        ReviewReason.Unreadable => Say("The reviewer could not open or read it."),
        ReviewReason.OtherSubject => Say("It is about something else than the question."),
        ReviewReason.OtherCompany => Say("It is another company's, or covers too little of this one."),
        ReviewReason.OutOfDate => Say("It is too old, or no longer holds."),
        ReviewReason.NotSigned => Say("It is a draft, or lacks a signature."),
        ReviewReason.Incomplete => Say("Pages or figures are missing."),
        ReviewReason.ProvesLess => Say("It proves less than the answer says."),
        _ => Say("It was rejected by the reviewer."),
    };

    private string Signed(decimal points) => Math.Round(points, 1, MidpointRounding.AwayFromZero) switch
    {
        > 0 => "+" + Figure(points),
        < 0 => "−" + Figure(-points),
        _ => Figure(0),
    };
}

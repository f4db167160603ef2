using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Scoring;

/// <summary>Reads the body of the scoring preview and reports everything that is wrong in it at once.</summary>
internal sealed class ScoringCaseReader
{
    private const int MaxFindings = 10_000;

    private readonly FaultList faults = new();

    /// <summary>Some question could not be read: what names it may be right, and is not called unknown.</summary>
    private bool questionsHidden;

    public ScoringCaseReading Read(JsonElement body)
    {
        if (JsonMembers.Open(body, "", faults) is not { } root)
            return new(null, faults.All);
        var definition = Questionnaire(root);
        var compilation = Compile(definition);
        var asOf = Date(root, "asOf", "The scoring date is missing; give a day written as YYYY-MM-DD.");
        var answers = Answers(root, definition);
        var findings = Findings(root, definition);
        if (faults.Count > 0 || compilation is null)
            return new(null, faults.All);
        var sheet = compilation.NewSheet();
        foreach (var (question, answer) in answers)
            sheet.Put(question, answer);
        return new(new(compilation, asOf!.Value, sheet, findings), []);
    }

    private QuestionnaireDefinition? Questionnaire(JsonMembers root)
    {
        if (root.TryGet("questionnaire", out var element))
            return QuestionnaireJsonReader.Read(element, faults);
        faults.Add("questionnaire", "The questionnaire is missing; give an object with settings and themes.");
        return null;
    }

    // What could not be read has its fault already; what follows from it alone would only confuse.
    private CompiledQuestionnaire? Compile(QuestionnaireDefinition? definition)
    {
        if (definition is null)
            return null;
        var unread = faults.All.Select(f => f.Path).ToList();
        questionsHidden = unread.Exists(HidesQuestions);
        var (questionnaire, wrong) = QuestionnaireCompiler.Compile(definition, questionsHidden);
        foreach (var fault in wrong.Where(f => !unread.Exists(path => IsWithin(f.Path, path) || IsWithin(path, f.Path))))
            faults.Add(fault);
        return questionnaire;
    }

    private static bool HidesQuestions(string path)
    {
        var segments = path.Split('.');
        var last = segments[^1];
        return last is "questionnaire" or "themes" or "questions"
            || last.StartsWith("themes[", StringComparison.Ordinal)
            || last.StartsWith("questions[", StringComparison.Ordinal)
            || (last == "name" && segments[^2].StartsWith("questions[", StringComparison.Ordinal));
    }

    private static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');

    private Dictionary<string, GivenAnswer> Answers(JsonMembers root, QuestionnaireDefinition? definition)
    {
        var read = new Dictionary<string, GivenAnswer>(StringComparer.Ordinal);
        if (root.Object("answers") is not { } answers)
            return read;
        var questions = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in definition?.Themes.SelectMany(t => t.Questions) ?? [])
            questions.TryAdd(question.Name, question);
        foreach (var name in answers.Names)
        {
            if (questions.TryGetValue(name, out var question))
                read[name] = answers.Object(name) is { } answer ? Answer(question, answer) : GivenAnswer.None;
            else if (definition is not null && !questionsHidden)
                faults.Add(answers.PathOf(name), "The questionnaire has no question {0}; leave the answer out.", JsonMembers.Shortened(name));
        }
        return read;
    }

    private GivenAnswer Answer(Question question, JsonMembers answer)
    {
        var value = AnswerValue.Blank;
        if (answer.TryGet("value", out var element) && !AnswerValue.TryRead(question, element, answer.PathOf("value"), out value, out var fault))
            faults.Add(fault!);
        return new(value)
        {
            NotApplicable = answer.Flag("notApplicable"),
            NaReview = answer.Word<NaReview>("naReview") ?? NaReview.Pending,
            Evidence = answer.Word<EvidenceState>("evidence") ?? EvidenceState.Missing,
        };
    }

    private List<Finding> Findings(JsonMembers root, QuestionnaireDefinition? definition)
    {
        var findings = new List<Finding>();
        var codes = definition?.Themes.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (element, path) in root.List("findings", MaxFindings))
        {
            if (JsonMembers.Open(element, path, faults) is { } finding && Finding(finding, codes) is { } read)
                findings.Add(read);
        }
        return findings;
    }

    private Finding? Finding(JsonMembers finding, HashSet<string>? codes)
    {
        var theme = finding.Text("theme");
        if (!finding.TryGet("theme", out _))
            faults.Add(finding.PathOf("theme"), "The theme is missing; give the code of one.");
        else if (theme is not null && codes is not null && !codes.Contains(theme))
            faults.Add(finding.PathOf("theme"), "The questionnaire has no theme {0}; give the code of one of its themes.", JsonMembers.Shortened(theme));
        if (!finding.TryGet("severity", out _))
            faults.Add(finding.PathOf("severity"), "The severity is missing; give one of: {0}.", Vocabulary.All<Severity>());
        var severity = finding.Word<Severity>("severity");
        var from = Date(finding, "from", "The first day of the finding is missing; give a day written as YYYY-MM-DD.");
        var until = Date(finding, "until", missing: null);
        if (until < from)
            faults.Add(finding.PathOf("until"), "The finding ends on {0}, before it begins on {1}; give a day on or after that.", IsoDate.Write(until.Value), IsoDate.Write(from.Value));
        return theme is not null && severity is { } known && from is { } first ? new(theme, known, first, until) : null;
    }

    private DateOnly? Date(JsonMembers members, string name, string? missing)
    {
        if (!members.TryGet(name, out _))
        {
            if (missing is not null)
                faults.Add(members.PathOf(name), missing);
            return null;
        }
        if (members.Text(name) is not { } text)
            return null;
        if (IsoDate.TryParse(text, out var date))
            return date;
        faults.Add(members.PathOf(name), "\"{0}\" is not a day of the calendar written as YYYY-MM-DD, such as 2026-06-30.", JsonMembers.Shortened(text));
        return null;
    }
}

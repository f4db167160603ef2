using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.Builders;

public static partial class A
{
    public static readonly DateOnly ScoringDate = new(2026, 6, 30);

    /// <summary>
    /// Ethics, in three layers: what leaving a box empty would gain if empty boxes were left out. Policy 83.3, action 35.0
    /// with one question unanswered, result 40.0 with one accepted as not applicable: 48.8.
    /// </summary>
    public static ScoreBuilder EthicsScore() => new ScoreBuilder(EthicsDefinition)
        .Answering("p1", "yes").Answering("p2", "half").Answering("a1", "60").Answering("a2", "80").Answering("r1", "40")
        .Excused("r2", NaReview.Accepted);

    /// <summary>The shipped questionnaire, filled in as a middling supplier would: most evidence waits, some is missing.</summary>
    public static ScoreBuilder DefaultScore() => new ScoreBuilder(ShippedQuestionnaires.Json(ShippedQuestionnaires.Default)).AnsweringAll();

    public static ScoreBuilder Score(string definition) => new(definition);

    public const string EthicsDefinition = """
        { "formId": "ethics", "version": "2026.1", "defaultLanguage": "en",
          "languages": [{"code":"en","name":"English"},{"code":"zh","name":"中文"}],
          "title": {"en":"Ethics in short","zh":"商业道德简表"},
          "settings": { "minimums": {"overall": 40} },
          "themes": [ { "code": "ETH", "label": {"en":"Ethics","zh":"商业道德"}, "pillar": "G", "weight": 3,
            "questions": [
              {"name":"p1","type":"select_one","label":{"en":"Is there a code of conduct?","zh":"是否有行为准则？"},"required":true,"layer":"policy","weight":2,"list":"yes_no",
               "choices":[{"name":"yes","label":{"en":"Yes, published","zh":"有，已公布"},"points":100},{"name":"no","label":{"en":"No","zh":"没有"},"points":0}]},
              {"name":"p2","type":"select_one","label":{"en":"Is it part of contracts?","zh":"是否写入合同？"},"required":true,"layer":"policy","weight":1,"list":"parts",
               "choices":[{"name":"all","label":{"en":"In all","zh":"全部"},"points":100},{"name":"half","label":{"en":"In some","zh":"部分"},"points":50}]},
              {"name":"a1","type":"decimal","label":{"en":"Staff trained","zh":"受训员工"},"unit":"%","required":true,"layer":"action","weight":1,"score":{"mode":"linear","points":[[0,0],[100,100]]}},
              {"name":"a2","type":"decimal","label":{"en":"Buyers trained","zh":"受训采购人员"},"unit":"%","required":true,"layer":"action","weight":1,"score":{"mode":"linear","points":[[0,0],[100,100]]}},
              {"name":"a3","type":"decimal","label":{"en":"Agents trained","zh":"受训代理人"},"unit":"%","required":true,"layer":"action","weight":2,"score":{"mode":"linear","points":[[0,0],[100,100]]}},
              {"name":"r1","type":"decimal","label":{"en":"Cases closed within a year","zh":"一年内结案的比例"},"unit":"%","required":true,"layer":"result","weight":1,"score":{"mode":"step","points":[[0,0],[40,40],[80,100]]}},
              {"name":"r2","type":"decimal","label":{"en":"Cases reported by outsiders","zh":"外部人员举报的比例"},"unit":"%","allowNa":true,"layer":"result","weight":1,"score":{"mode":"step","points":[[0,0],[40,100]]}}
            ] } ] }
        """;
}

/// <summary>Answers to a questionnaire, and their score.</summary>
public sealed class ScoreBuilder
{
    private readonly AnswerSheet sheet;
    private readonly List<Finding> findings = [];
    private DateOnly asOf = A.ScoringDate;

    public ScoreBuilder(string definition)
    {
        Definition = QuestionnaireJson.ReadStored(definition);
        Questionnaire = CompiledQuestionnaire.CompileStored(Definition);
        sheet = Questionnaire.NewSheet();
    }

    public QuestionnaireDefinition Definition { get; }

    public CompiledQuestionnaire Questionnaire { get; }

    public ScoreBuilder Answering(string question, string text, EvidenceState evidence = EvidenceState.Missing) =>
        Put(question, new(Read(question, text)) { Evidence = evidence });

    public ScoreBuilder Excused(string question, NaReview review) =>
        Put(question, new(AnswerValue.Blank) { NotApplicable = true, NaReview = review });

    public ScoreBuilder Found(string theme, Severity severity, DateOnly from, DateOnly? until = null)
    {
        findings.Add(new(theme, severity, from, until));
        return this;
    }

    public ScoreBuilder On(DateOnly day)
    {
        asOf = day;
        return this;
    }

    /// <summary>Something for every question, good and less good in turn; every seventh stays empty.</summary>
    public ScoreBuilder AnsweringAll()
    {
        EvidenceState[] states = [EvidenceState.Accepted, EvidenceState.Pending, EvidenceState.Accepted, EvidenceState.Missing, EvidenceState.Pending, EvidenceState.Expired];
        foreach (var question in Questionnaire.Questions.Where(q => q.Type is not (QuestionType.Note or QuestionType.Calculate)))
        {
            if (question.Index % 7 != 6 || question.Definition.Gate is not null)
                Answering(question.Name, Something(question), states[question.Index % states.Length]);
        }
        return this;
    }

    public AssessmentScore Build() => AssessmentScoring.Score(Questionnaire, asOf, sheet, findings);

    /// <summary>As a page and a workbook get it, without a database.</summary>
    public ScorecardView View(string supplier = "Harbour Textiles Ltd", string? localName = null)
    {
        var card = Scorecard.Make(AssessmentId.New(), SupplierId.New(), QuestionnaireVersionId.New(), Build(), new DateTime(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc));
        return new()
        {
            Card = card, Score = card.Score(), Questionnaire = Definition, FormId = Definition.FormId ?? "", VersionNumber = 1,
            SupplierName = supplier, SupplierLocalName = localName, Receipt = "A-2026-K7Q4M2XP", State = Domain.Assessments.AssessmentState.Submitted, Current = null,
        };
    }

    private ScoreBuilder Put(string question, GivenAnswer answer)
    {
        if (!sheet.Put(question, answer))
            throw new ArgumentException($"No question {question}.", nameof(question));
        return this;
    }

    private AnswerValue Read(string question, string text)
    {
        if (!Questionnaire.TryFind(question, out var found))
            throw new ArgumentException($"No question {question}.", nameof(question));
        return AnswerValue.TryReadText(found.Definition, text, question, out var value, out var fault) ? value : throw new ArgumentException(fault!.Message, nameof(text));
    }

    private string Something(CompiledQuestion question)
    {
        var (definition, turn) = (question.Definition, question.Index);
        switch (question.Type)
        {
            case QuestionType.SelectOne:
                var best = definition.Choices.OrderByDescending(c => c.Points ?? Rational.Zero).ToList();
                return best[definition.Gate is null ? turn % Math.Min(3, best.Count) : 0].Name;
            case QuestionType.SelectMultiple:
                return string.Join(' ', definition.Choices.Where((c, i) => c.Points is { Sign: >= 0 } && (i + turn) % 4 != 0).Select(c => c.Name));
            case QuestionType.Integer or QuestionType.Decimal or QuestionType.Range:
                return definition.Gate is not null ? "110" : question.Type == QuestionType.Integer ? "1" : $"{20 + (turn * 7 % 50)}.5";
            case QuestionType.Date:
                return turn % 5 == 1 ? "2026-02-28" : "2027-03-31";
            case QuestionType.Acknowledge:
                return "OK";
            default:
                return "Described in our sustainability report 2025, chapter 4.";
        }
    }
}

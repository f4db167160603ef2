using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>Makes a question of a survey row. A row of an unknown type becomes a text, so that references to it are not called wrong as well.</summary>
internal sealed class QuestionReading(ChoiceLists lists, bool hasChoicesSheet, FormLanguages languages, ImportReport report)
{
    public const string NotSupported = "The type \"{0}\" is not supported; write one of: {1}.";

    private const int MostListsNamed = 10;

    /// <summary>Choices over all questions: each question has its own in the stored questionnaire.</summary>
    private const int MostChoices = 100_000;

    private int choices;

    public Question Read(FormRow row, TypeCell type, string written, string? group)
    {
        if (type.Kind == RowKind.Unknown)
            row.Fault("type", NotSupported, FormRow.Shortened(written), TypeCell.Supported);
        var list = type.List is not null ? ListOf(row, type, written) : null;
        var question = Scored(row, new()
        {
            Name = row.Text("name") ?? "",
            Type = type.Type,
            Label = row.Local("label"),
            Hint = row.Local("hint"),
            Required = row.Flag("required"),
            Relevant = row.Expression("relevant"),
            Constraint = row.Expression("constraint"),
            ConstraintMessage = row.Local("constraint_message"),
            Calculation = row.Expression("calculation"),
            Appearance = row.Text("appearance"),
            ReadOnly = row.Flag("read_only"),
            Group = group,
            List = list?.Name,
            Choices = list?.Choices ?? [],
            Parameters = Range(row, type),
        });
        return Told(row, question with { Default = Default(row, question) });
    }

    private static Question Scored(FormRow row, Question question) => question with
    {
        Layer = row.Word<Layer>("layer"),
        Weight = row.Number("weight"),
        Score = PairsCell.Score(row),
        Gate = row.Expression("gate"),
        GateEffect = row.Word<GateEffect>("gate_effect") ?? GateEffect.Fail,
        Evidence = row.Word<EvidenceNeed>("evidence") ?? EvidenceNeed.None,
        AllowNa = row.Flag("allow_na"),
        Unit = row.Text("unit"),
        Standard = PairsCell.Parts(row.Text("standard") ?? ""),
    };

    private ChoiceList? ListOf(FormRow row, TypeCell type, string written)
    {
        if (type.Rest is { } rest)
        {
            if (rest.ToLowerInvariant() is "or_other" or "or other" or "or specify other")
                row.Fault("type", "\"{0}\" is not supported in \"{1}\"; add a choice \"other\" to the list, and below the question a text whose relevant is selected(${{{2}}}, 'other').", rest, FormRow.Shortened(written), row.Text("name") ?? "…");
            else
                row.Fault("type", "After the list nothing follows in a type; remove \"{0}\". The name of a list has no blanks.", FormRow.Shortened(rest));
        }
        if (type.List!.Length == 0)
        {
            row.Fault("type", "The type names no list; write it as {0} LIST, with the name of a list on the sheet choices.", Vocabulary.WordOf(type.Type));
            return null;
        }
        if (lists.Find(type.List) is { } list)
            return Counted(row, list.Use());
        if (!lists.IsReadable)
            row.Excuse("type");
        else if (!hasChoicesSheet)
            row.Fault("type", "There is no list \"{0}\": the workbook has no sheet choices. Add it, with the columns list_name, name and label.", FormRow.Shortened(type.List));
        else
            row.Fault("type", "There is no list \"{0}\" on the sheet choices; add it, or name one of these: {1}.", FormRow.Shortened(type.List), string.Join(", ", lists.Names.Take(MostListsNamed)));
        return null;
    }

    private ChoiceList? Counted(FormRow row, ChoiceList list)
    {
        var before = choices;
        choices += list.Choices.Count;
        if (choices <= MostChoices)
            return list;
        if (before <= MostChoices)
            row.Fault("type", "With this question the choices of all questions together are more than {0}; use shorter lists, or split the questionnaire.", MostChoices);
        return null;
    }

    private RangeParameters? Range(FormRow row, TypeCell type)
    {
        if (row.Text("parameters") is not { } written)
            return null;
        if (type.Type != QuestionType.Range)
        {
            report.Count("parameters", "Questions with parameters that mean nothing here: {0}, the first in row {1} (\"{2}\"). They were passed over.", row.RowNumber, FormRow.Shortened(written));
            return null;
        }
        if (RangeParameters.TryRead(written, out var parameters))
            return parameters;
        row.Fault("parameters", "\"{0}\" are no parameters of a range; write them as start=0 end=10 step=1.", FormRow.Shortened(written));
        return null;
    }

    private string? Default(FormRow row, Question question)
    {
        if (row.Text("default") is not { } written || question.Type is QuestionType.Note or QuestionType.Calculate or QuestionType.File or QuestionType.Image)
            return null;
        if (!written.Contains("${", StringComparison.Ordinal) && AnswerValue.TryReadText(question, written, "", out var value, out _))
            return value.Text;
        report.Count("defaults", "Defaults that are no possible answers: {0}, the first is \"{1}\" in row {2}. They were passed over; these questions start blank.", FormRow.Shortened(written), row.RowNumber);
        return null;
    }

    private Question Told(FormRow row, Question question)
    {
        if (row.Text("choice_filter") is not null)
            report.Count("choice-filter", "Questions with a choice_filter: {0}, the first in row {1}. It was passed over: all choices of the list are offered.", row.RowNumber);
        if (!row.IsBlank("pillar"))
            report.Count("question-pillar", "Questions with a pillar: {0}, the first in row {1}. It was passed over: the pillar is that of the top-level group.", row.RowNumber);
        if (question is { Weight.Sign: > 0, IsScored: false } && row.IsBlank("score"))
            report.Count("not-scored", "Questions with a weight but nothing that gives points: {0}, the first in row {1}. They are not scored.", row.RowNumber);
        if (!question.Label.IsEmpty || question.Type == QuestionType.Calculate || question.Name.Length == 0)
            return question;
        report.Count("questions-without-label", "Questions without a label: {0}, the first in row {1}. Their names are shown instead.", row.RowNumber);
        return question with { Label = LocalText.Of(languages.Default, question.Name) };
    }
}

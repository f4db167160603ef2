using SupplierEsg.Domain.Questionnaires.Expressions;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>One walk through the document: what is relevant, and what every answer is worth to later expressions.</summary>
internal sealed class FormWalk
{
    private enum Known : byte
    {
        No,
        Relevant,
        Irrelevant,
    }

    private readonly CompiledQuestionnaire questionnaire;
    private readonly AnswerSheet answers;
    private readonly EvaluationContext context;
    private readonly Known[] groups;

    private FormWalk(CompiledQuestionnaire questionnaire, DateOnly asOf, AnswerSheet answers)
    {
        this.questionnaire = questionnaire;
        this.answers = answers;
        Values = new ExpressionValue[questionnaire.Questions.Count];
        Relevant = new bool[questionnaire.Questions.Count];
        Themes = new bool[questionnaire.Themes.Count];
        groups = new Known[questionnaire.Groups.Length];
        context = new(Values, asOf);
    }

    /// <summary>By theme.</summary>
    public bool[] Themes { get; }

    /// <summary>By question: theme, groups and own expression all hold.</summary>
    public bool[] Relevant { get; }

    /// <summary>By question: the value that counts; the empty text when the answer is blank, not relevant or not applicable.</summary>
    public ExpressionValue[] Values { get; }

    /// <exception cref="RuleBroken">An expression would compute for minutes; the member names it.</exception>
    public static FormWalk Run(CompiledQuestionnaire questionnaire, DateOnly asOf, AnswerSheet answers)
    {
        var evaluation = new FormWalk(questionnaire, asOf, answers);
        foreach (var theme in questionnaire.Themes)
            evaluation.Walk(theme);
        return evaluation;
    }

    /// <summary>Whether the question is called not applicable where that is possible.</summary>
    public bool IsNotApplicable(CompiledQuestion question) => question.TakesNotApplicable && answers[question.Index].NotApplicable;

    /// <summary>Not applicable, and no reviewer said otherwise.</summary>
    public bool IsExcused(CompiledQuestion question) =>
        IsNotApplicable(question) && answers[question.Index].NaReview != NaReview.Rejected;

    public bool IsBlank(CompiledQuestion question) => Values[question.Index].IsBlank;

    /// <summary>Whether an expression of the question holds for the value that counts.</summary>
    public bool Holds(CompiledQuestion question, Expression expression, string member) =>
        Guarded(question.Place.At(member), expression, Values[question.Index]).AsTruth();

    private void Walk(CompiledTheme theme)
    {
        Themes[theme.Index] = theme.Relevant is null
            || Guarded(new FaultPlace { Theme = theme.Index, Member = "relevant" }, theme.Relevant, ExpressionValue.Blank).AsTruth();
        if (!Themes[theme.Index])
            return;
        for (var i = theme.FirstQuestion; i < theme.FirstQuestion + theme.QuestionCount; i++)
            Visit(questionnaire.Questions[i]);
    }

    private void Visit(CompiledQuestion question)
    {
        var answer = answers[question.Index];
        var given = IsNotApplicable(question) ? ExpressionValue.Blank : answer.Value.Value;
        if ((question.Group >= 0 && !GroupRelevant(question)) || (question.Relevant is not null
            && !Guarded(question.Place.At("relevant"), question.Relevant, given).AsTruth()))
            return;
        Relevant[question.Index] = true;
        if (question.Type == QuestionType.Calculate)
            given = Guarded(question.Place.At("calculation"), question.Calculation!, ExpressionValue.Blank);
        Values[question.Index] = given.IsBlank ? ExpressionValue.Blank : given;
    }

    // Outermost first, each group once: at its first question everything it may refer to is known.
    private bool GroupRelevant(CompiledQuestion question)
    {
        var group = question.Group;
        if (groups[group] != Known.No)
            return groups[group] == Known.Relevant;
        var unknown = new Stack<int>();
        for (; group >= 0 && groups[group] == Known.No; group = questionnaire.Groups[group].Parent)
            unknown.Push(group);
        var relevant = group < 0 || groups[group] == Known.Relevant;
        while (unknown.TryPop(out var inner))
        {
            if (relevant && questionnaire.Groups[inner].Relevant is { } expression)
                relevant = Guarded(question.Place.At("group"), expression, ExpressionValue.Blank).AsTruth();
            groups[inner] = relevant ? Known.Relevant : Known.Irrelevant;
        }
        return relevant;
    }

    private ExpressionValue Guarded(FaultPlace place, Expression expression, ExpressionValue current)
    {
        try
        {
            context.Current = current;
            return expression.Evaluate(context);
        }
        catch (Exception tooLong) when (tooLong is NumberTooLongException or TooMuchWorkException)
        {
            throw TooLong(place.Path);
        }
    }

    internal static RuleBroken TooLong(string path) => new(
        "scoring.too-long",
        "The answers lead to numbers of thousands of digits, or to minutes of computing. Give shorter numbers and texts, or simpler expressions.",
        path);
}

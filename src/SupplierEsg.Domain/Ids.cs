namespace SupplierEsg.Domain;

/// <summary>An identity of one kind of thing, so that one kind is never taken for another. Time-ordered GUIDs (version 7).</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct SupplierId(Guid Value) : IId<SupplierId>
{
    public static SupplierId From(Guid value) => new(value);
    public static SupplierId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out SupplierId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct QuestionnaireId(Guid Value) : IId<QuestionnaireId>
{
    public static QuestionnaireId From(Guid value) => new(value);
    public static QuestionnaireId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out QuestionnaireId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct QuestionnaireVersionId(Guid Value) : IId<QuestionnaireVersionId>
{
    public static QuestionnaireVersionId From(Guid value) => new(value);
    public static QuestionnaireVersionId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out QuestionnaireVersionId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct AssessmentId(Guid Value) : IId<AssessmentId>
{
    public static AssessmentId From(Guid value) => new(value);
    public static AssessmentId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out AssessmentId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct EvidenceId(Guid Value) : IId<EvidenceId>
{
    public static EvidenceId From(Guid value) => new(value);
    public static EvidenceId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out EvidenceId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct ScorecardId(Guid Value) : IId<ScorecardId>
{
    public static ScorecardId From(Guid value) => new(value);
    public static ScorecardId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out ScorecardId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);
    public static ApiKeyId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out ApiKeyId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct ColleagueId(Guid Value) : IId<ColleagueId>
{
    public static ColleagueId From(Guid value) => new(value);
    public static ColleagueId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out ColleagueId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct AnswerNoteId(Guid Value) : IId<AnswerNoteId>
{
    public static AnswerNoteId From(Guid value) => new(value);
    public static AnswerNoteId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out AnswerNoteId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct TierRuleId(Guid Value) : IId<TierRuleId>
{
    public static TierRuleId From(Guid value) => new(value);
    public static TierRuleId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out TierRuleId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct TenderId(Guid Value) : IId<TenderId>
{
    public static TenderId From(Guid value) => new(value);
    public static TenderId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out TenderId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct BidId(Guid Value) : IId<BidId>
{
    public static BidId From(Guid value) => new(value);
    public static BidId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out BidId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct TenderQuestionId(Guid Value) : IId<TenderQuestionId>
{
    public static TenderQuestionId From(Guid value) => new(value);
    public static TenderQuestionId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out TenderQuestionId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct TenderFileId(Guid Value) : IId<TenderFileId>
{
    public static TenderFileId From(Guid value) => new(value);
    public static TenderFileId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out TenderFileId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

public readonly record struct ComplaintId(Guid Value) : IId<ComplaintId>
{
    public static ComplaintId From(Guid value) => new(value);
    public static ComplaintId New() => new(Guid.CreateVersion7());
    public static bool TryParse(string? s, IFormatProvider? provider, out ComplaintId result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new(value);
        return parsed;
    }
    public override string ToString() => Value.ToString();
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// The fingerprint on a receipt: SHA-256 over all answers and the fingerprints of their evidence, in one written form.
/// Whoever has these can compute it again; a change of a single character gives another.
/// </summary>
/// <remarks>
/// The written form is UTF-8 text of lines that end in LF: <c>supplier-esg assessment 1</c>, the assessment's id, the
/// questionnaire's form id and version number, then for each answer a JSON array of question, value, whether it was
/// called not applicable, the reason, the sorted SHA-256 of its evidence and, only where it is so, <c>true</c> for "don't
/// know yet". Answers stand in the order of their
/// questions' names by code unit; rows that hold nothing are left out.
/// </remarks>
public static class ContentHash
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(AssessmentId assessment, string formId, int number, IEnumerable<Answer> answers, ILookup<string, string> evidence) =>
        Of(Text(assessment, formId, number, answers, evidence));

    /// <param name="text">As <see cref="Text"/> wrote it.</param>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Text(AssessmentId assessment, string formId, int number, IEnumerable<Answer> answers, ILookup<string, string> evidence)
    {
        var text = new StringBuilder("supplier-esg assessment 1\n").Append(assessment).Append('\n').Append(formId).Append(' ').Append(number).Append('\n');
        var given = answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        foreach (var question in given.Keys.Union(evidence.Select(files => files.Key)).Order(StringComparer.Ordinal))
        {
            var answer = given.GetValueOrDefault(question);
            var hashes = evidence[question].Order(StringComparer.Ordinal).ToArray();
            if (answer is not ({ Value: not null } or { NotApplicable: true } or { DontKnow: true }) && hashes.Length == 0)
                continue;
            object?[] line = [question, answer?.Value, answer?.NotApplicable ?? false, answer?.NaReason, hashes];
            text.Append(JsonSerializer.Serialize(answer is { DontKnow: true } ? [.. line, true] : line, Json)).Append('\n');
        }
        return text.ToString();
    }
}

using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;
using SupplierEsg.Application.Answering;

namespace SupplierEsg.Infrastructure.Data.Answers;

/// <summary>
/// The statement that writes answers, in each database's own SQL. All do the same: read the assessment's state and keep
/// every other writer away from it until the transaction's end; insert or update each answer, unless a later save of the
/// same page has been there; write the journal's line. So no answer lands after a submission has frozen them.
/// </summary>
internal static class AnswerStatements
{
    /// <summary>Compares by code point, as the questionnaires do.</summary>
    public const string ExactCollation = "Latin1_General_100_BIN2";

    private const string Columns = """
        "AssessmentId", "Question", "SupplierId", "Value", "NotApplicable", "NaReason", "DontKnow", "CarryOver", "Revision", "SavedAt", "SavedBy", "SavedFrom", "Sequence"
        """;

    private const string Journal = """
        INSERT INTO "Journal" ("At", "ActorId", "ActorName", "Event", "Subject", "Reason", "Payload")
        VALUES (@journalAt, @actorId, @actorName, @event, @subject, @reason, @payload);
        """;

    private const string OnConflict = """
        ON CONFLICT ("AssessmentId", "Question") DO UPDATE SET
          "Value" = excluded."Value", "NotApplicable" = excluded."NotApplicable", "NaReason" = excluded."NaReason", "DontKnow" = excluded."DontKnow", "CarryOver" = 'None',
          "Revision" = "Answers"."Revision" + 1, "SavedAt" = excluded."SavedAt", "SavedBy" = excluded."SavedBy",
          "SavedFrom" = excluded."SavedFrom", "Sequence" = excluded."Sequence"
        WHERE excluded."SavedFrom" IS NULL OR "Answers"."SavedFrom" IS NULL
          OR "Answers"."SavedFrom" <> excluded."SavedFrom" OR "Answers"."Sequence" < excluded."Sequence"
        RETURNING "Question", "Revision";
        """;

    // The transaction has the whole file locked from its beginning.
    public const string Sqlite = $"""
        SELECT "State", "Round" FROM "Assessments" WHERE "Id" = @assessment;
        INSERT INTO "Answers" ({Columns})
        SELECT @assessment, j.value ->> 0, @supplier, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, 'None', 1, @at, @by, @page, @sequence
        FROM json_each(@answers) AS j
        WHERE true
        {OnConflict}
        {Journal}
        """;

    public const string Postgres = $"""
        SELECT "State", "Round" FROM "Assessments" WHERE "Id" = @assessment FOR NO KEY UPDATE;
        INSERT INTO "Answers" ({Columns})
        SELECT @assessment, j.question, @supplier, j.value, j.mark, j.reason, j.unknown, 'None', 1, @at, @by, @page, @sequence
        FROM unnest(@questions, @values, @marks, @reasons, @unknowns) AS j(question, value, mark, reason, unknown)
        {OnConflict}
        {Journal}
        """;

    // No MERGE: it has races of its own. The lock on the assessment makes update-then-insert safe.
    public const string SqlServer = $"""
        SELECT "State", "Round" FROM "Assessments" WITH (UPDLOCK, ROWLOCK) WHERE "Id" = @assessment;
        UPDATE a SET
          "Value" = j."value", "NotApplicable" = j."mark", "NaReason" = j."reason", "DontKnow" = j."unknown", "CarryOver" = N'None',
          "Revision" = a."Revision" + 1, "SavedAt" = @at, "SavedBy" = @by, "SavedFrom" = @page, "Sequence" = @sequence
        OUTPUT inserted."Question", inserted."Revision"
        FROM "Answers" AS a
        INNER JOIN {SqlServerSet} ON j."question" COLLATE {ExactCollation} = a."Question"
        WHERE a."AssessmentId" = @assessment
          AND (@page IS NULL OR a."SavedFrom" IS NULL OR a."SavedFrom" <> @page OR a."Sequence" < @sequence);
        INSERT INTO "Answers" ({Columns})
        OUTPUT inserted."Question", inserted."Revision"
        SELECT @assessment, j."question", @supplier, j."value", j."mark", j."reason", j."unknown", N'None', 1, @at, @by, @page, @sequence
        FROM {SqlServerSet}
        WHERE NOT EXISTS (SELECT 1 FROM "Answers" AS a WHERE a."AssessmentId" = @assessment AND a."Question" = j."question" COLLATE {ExactCollation});
        {Journal}
        """;

    private const string SqlServerSet = """
        OPENJSON(@answers) WITH ("question" nvarchar(200) '$[0]', "value" nvarchar(max) '$[1]', "mark" bit '$[2]', "reason" nvarchar(2000) '$[3]', "unknown" bit '$[4]') AS j
        """;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One array for each answer: question, value, 1 for not applicable, reason, 1 for not known yet.</summary>
    public static string Json(IReadOnlyList<WrittenAnswer> answers)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(64 * answers.Count);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            foreach (var answer in answers)
            {
                json.WriteStartArray();
                json.WriteStringValue(answer.Question);
                json.WriteStringValue(answer.Value);
                json.WriteNumberValue(answer.NotApplicable ? 1 : 0);
                json.WriteStringValue(answer.NaReason);
                json.WriteNumberValue(answer.DontKnow ? 1 : 0);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;
using SupplierEsg.Application.Answering;

namespace SupplierEsg.Infrastructure.Data.Answers;

/// <summary>
/// The statement that writes answers, in each database's own SQL. All do the same: read the assessment's state and keep
/// every other writer away from it until the transaction's end; insert or update each answer, unless a later save of the
/// same page has been there, or somebody has answered whom the sender hadn't seen; write the journal's line. So no answer
/// lands after a submission has frozen them, and none replaces another unseen.
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

    // What is stored ("a") may give way to what is sent ("j"). A page knows its own earlier saves, also where it never heard of them.
    private const string GivesWay = """
        (@page IS NULL OR a."SavedFrom" IS NULL OR a."SavedFrom" <> @page OR a."Sequence" < @sequence)
          AND (j."known" IS NULL OR a."Revision" <= j."known" OR (a."SavedFrom" = @page AND a."Sequence" < @sequence))
        """;

    // The lock keeps what is looked at here as it is until it is written.
    private const string Unseen = $"""
        LEFT JOIN "Answers" AS a ON a."AssessmentId" = @assessment AND a."Question" = j."question"
        WHERE a."Question" IS NULL OR ({GivesWay})
        """;

    private const string OnConflict = """
        ON CONFLICT ("AssessmentId", "Question") DO UPDATE SET
          "Value" = excluded."Value", "NotApplicable" = excluded."NotApplicable", "NaReason" = excluded."NaReason", "DontKnow" = excluded."DontKnow", "CarryOver" = 'None',
          "Revision" = "Answers"."Revision" + 1, "SavedAt" = excluded."SavedAt", "SavedBy" = excluded."SavedBy",
          "SavedFrom" = excluded."SavedFrom", "Sequence" = excluded."Sequence"
        RETURNING "Question", "Revision";
        """;

    // The transaction has the whole file locked from its beginning.
    public const string Sqlite = $"""
        SELECT "State", "Round" FROM "Assessments" WHERE "Id" = @assessment;
        INSERT INTO "Answers" ({Columns})
        SELECT @assessment, j."question", @supplier, j."value", j."mark", j."reason", j."unknown", 'None', 1, @at, @by, @page, @sequence
        FROM (SELECT value ->> 0 AS "question", value ->> 1 AS "value", value ->> 2 AS "mark", value ->> 3 AS "reason", value ->> 4 AS "unknown", value ->> 5 AS "known" FROM json_each(@answers)) AS j
        {Unseen}
        {OnConflict}
        {Journal}
        """;

    public const string Postgres = $"""
        SELECT "State", "Round" FROM "Assessments" WHERE "Id" = @assessment FOR NO KEY UPDATE;
        INSERT INTO "Answers" ({Columns})
        SELECT @assessment, j.question, @supplier, j.value, j.mark, j.reason, j.unknown, 'None', 1, @at, @by, @page, @sequence
        FROM unnest(@questions, @values, @marks, @reasons, @unknowns, @known) AS j(question, value, mark, reason, unknown, known)
        {Unseen}
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
        WHERE a."AssessmentId" = @assessment AND {GivesWay};
        INSERT INTO "Answers" ({Columns})
        OUTPUT inserted."Question", inserted."Revision"
        SELECT @assessment, j."question", @supplier, j."value", j."mark", j."reason", j."unknown", N'None', 1, @at, @by, @page, @sequence
        FROM {SqlServerSet}
        WHERE NOT EXISTS (SELECT 1 FROM "Answers" AS a WHERE a."AssessmentId" = @assessment AND a."Question" = j."question" COLLATE {ExactCollation});
        {Journal}
        """;

    private const string SqlServerSet = """
        OPENJSON(@answers) WITH ("question" nvarchar(200) '$[0]', "value" nvarchar(max) '$[1]', "mark" bit '$[2]', "reason" nvarchar(2000) '$[3]', "unknown" bit '$[4]', "known" int '$[5]') AS j
        """;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One array for each answer: question, value, 1 for not applicable, reason, 1 for not known yet, and the revision its sender knew.</summary>
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
                if (answer.Known is { } known)
                    json.WriteNumberValue(known);
                else
                    json.WriteNullValue();
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

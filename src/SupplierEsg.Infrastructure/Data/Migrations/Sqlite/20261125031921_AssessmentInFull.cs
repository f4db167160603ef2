using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupplierEsg.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AssessmentInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // In place: EF would rebuild the table, which SQLite can't do within the transaction.
            migrationBuilder.Sql("ALTER TABLE \"Answers\" DROP COLUMN \"NaReview\";");

            migrationBuilder.AddColumn<int>(
                name: "FailedGates",
                table: "Scorecards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Scorecards",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Provisional");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidUntil",
                table: "Scorecards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiresOn",
                table: "EvidenceDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssuedOn",
                table: "EvidenceDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "EvidenceDocuments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "EvidenceDocuments",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "EvidenceDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "EvidenceDocuments",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "EvidenceDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CarriedFrom",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClarifyBy",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Finalised_AccountId",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Finalised_At",
                table: "Assessments",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Finalised_Name",
                table: "Assessments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FirstSignature_AccountId",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstSignature_At",
                table: "Assessments",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstSignature_Name",
                table: "Assessments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasNotes",
                table: "Assessments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "RemindedBefore",
                table: "Assessments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reopened",
                table: "Assessments",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "''");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewDueOn",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReviewerId",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Assessments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ServedBy",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SupersededBy",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidUntil",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CarryOver",
                table: "Answers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "DontKnow",
                table: "Answers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "AnswerEvidence",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "AnswerEvidence",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "AnswerEvidence",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "AnswerEvidence",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerNotes_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Colleagues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    InvitationKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Colleagues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Colleagues_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlierSubmissions",
                columns: table => new
                {
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DeclaredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierSubmissions", x => new { x.AssessmentId, x.Round });
                    table.ForeignKey(
                        name: "FK_EarlierSubmissions_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionReviews",
                columns: table => new
                {
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnswerRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    NaReview = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NaReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NaWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DeclarationGap = table.Column<bool>(type: "INTEGER", nullable: false),
                    GapWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SendBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    SendBackWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionReviews", x => new { x.AssessmentId, x.Question });
                    table.ForeignKey(
                        name: "FK_QuestionReviews_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TierLists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TierLists", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_League",
                table: "Scorecards",
                columns: new[] { "Stage", "SupplierId", "MadeAt", "AssessmentId", "QuestionnaireVersionId", "ValidUntil", "Verified", "Declared", "Completeness", "EvidenceShare", "Band", "Eligibility", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceDocuments_SupplierId_UploadedAt",
                table: "EvidenceDocuments",
                columns: new[] { "SupplierId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_State_ReviewDueOn",
                table: "Assessments",
                columns: new[] { "State", "ReviewDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_State_ValidUntil",
                table: "Assessments",
                columns: new[] { "State", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerNotes_AssessmentId_Question_At",
                table: "AnswerNotes",
                columns: new[] { "AssessmentId", "Question", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Colleagues_AssessmentId_Email",
                table: "Colleagues",
                columns: new[] { "AssessmentId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EarlierSubmissions_Receipt",
                table: "EarlierSubmissions",
                column: "Receipt",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerNotes");

            migrationBuilder.DropTable(
                name: "Colleagues");

            migrationBuilder.DropTable(
                name: "EarlierSubmissions");

            migrationBuilder.DropTable(
                name: "QuestionReviews");

            migrationBuilder.DropTable(
                name: "TierLists");

            migrationBuilder.DropIndex(
                name: "IX_Scorecards_League",
                table: "Scorecards");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceDocuments_SupplierId_UploadedAt",
                table: "EvidenceDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_State_ReviewDueOn",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_State_ValidUntil",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "FailedGates",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "ValidUntil",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "ExpiresOn",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "IssuedOn",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "EvidenceDocuments");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ClarifyBy",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "Finalised_AccountId",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "Finalised_At",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "Finalised_Name",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "FirstSignature_AccountId",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "FirstSignature_At",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "FirstSignature_Name",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "HasNotes",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "RemindedBefore",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "Reopened",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ReviewDueOn",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ReviewerId",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ServedBy",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "SupersededBy",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "ValidUntil",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "CarryOver",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "DontKnow",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "AnswerEvidence");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "AnswerEvidence");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "AnswerEvidence");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "AnswerEvidence");

            migrationBuilder.AddColumn<string>(
                name: "NaReview",
                table: "Answers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupplierEsg.Infrastructure.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Tenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Proposal_BidId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Proposal_Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Proposal_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Proposal_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Proposal_At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Approval_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Approval_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Approval_At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    StandstillUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AwardedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Contract_Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Contract_SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Contract_EsgClauses = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Contract_RecordedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Contract_RecordedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EndedBecause = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    OpenToAll = table.Column<bool>(type: "bit", nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SealedKey = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Documents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Consents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OffersOpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    PricesOpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Panel = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Conflicts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tenders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    AssessmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    BegunAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SavedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DraftOffer = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DraftPrices = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    EditionSeen = table.Column<int>(type: "int", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LateAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    HasUnsentChanges = table.Column<bool>(type: "bit", nullable: false),
                    Exclusion = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Explanation = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Compliance = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bids_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bids_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bids_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Complaints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Upheld = table.Column<bool>(type: "bit", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Complaints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Complaints_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Complaints_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredEvaluations",
                columns: table => new
                {
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredEvaluations", x => new { x.TenderId, x.Number });
                    table.ForeignKey(
                        name: "FK_StoredEvaluations_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TenderEditions",
                columns: table => new
                {
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderEditions", x => new { x.TenderId, x.Number });
                    table.ForeignKey(
                        name: "FK_TenderEditions_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TenderInvitations",
                columns: table => new
                {
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderInvitations", x => new { x.TenderId, x.SupplierId });
                    table.ForeignKey(
                        name: "FK_TenderInvitations_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TenderInvitations_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TenderQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TenderQuestions_Suppliers_AskedBy",
                        column: x => x.AskedBy,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TenderQuestions_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BidMarks",
                columns: table => new
                {
                    BidId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Criterion = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Points = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BidMarks", x => new { x.BidId, x.Criterion, x.EvaluatorId });
                    table.ForeignKey(
                        name: "FK_BidMarks_Bids_BidId",
                        column: x => x.BidId,
                        principalTable: "Bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BidSubmissions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    BidId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Receipt = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    DeclaredBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Offer = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Prices = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BidSubmissions", x => new { x.BidId, x.Number });
                    table.ForeignKey(
                        name: "FK_BidSubmissions_Bids_BidId",
                        column: x => x.BidId,
                        principalTable: "Bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ModeratedMarks",
                columns: table => new
                {
                    BidId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Criterion = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    TenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Points = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModeratedMarks", x => new { x.BidId, x.Criterion });
                    table.ForeignKey(
                        name: "FK_ModeratedMarks_Bids_BidId",
                        column: x => x.BidId,
                        principalTable: "Bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BidMarks_TenderId",
                table: "BidMarks",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_Bids_AssessmentId",
                table: "Bids",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Bids_SupplierId",
                table: "Bids",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_Bids_TenderId_SupplierId",
                table: "Bids",
                columns: new[] { "TenderId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BidSubmissions_Receipt",
                table: "BidSubmissions",
                column: "Receipt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_SupplierId",
                table: "Complaints",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_TenderId_FiledAt",
                table: "Complaints",
                columns: new[] { "TenderId", "FiledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ModeratedMarks_TenderId",
                table: "ModeratedMarks",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_TenderInvitations_SupplierId",
                table: "TenderInvitations",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_TenderQuestions_AskedBy",
                table: "TenderQuestions",
                column: "AskedBy");

            migrationBuilder.CreateIndex(
                name: "IX_TenderQuestions_TenderId_AskedAt",
                table: "TenderQuestions",
                columns: new[] { "TenderId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_ClosesAt",
                table: "Tenders",
                column: "ClosesAt");

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_State_ClosesAt",
                table: "Tenders",
                columns: new[] { "State", "ClosesAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BidMarks");

            migrationBuilder.DropTable(
                name: "BidSubmissions");

            migrationBuilder.DropTable(
                name: "Complaints");

            migrationBuilder.DropTable(
                name: "ModeratedMarks");

            migrationBuilder.DropTable(
                name: "StoredEvaluations");

            migrationBuilder.DropTable(
                name: "TenderEditions");

            migrationBuilder.DropTable(
                name: "TenderInvitations");

            migrationBuilder.DropTable(
                name: "TenderQuestions");

            migrationBuilder.DropTable(
                name: "Bids");

            migrationBuilder.DropTable(
                name: "Tenders");
        }
    }
}

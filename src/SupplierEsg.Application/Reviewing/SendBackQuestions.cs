using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Reviewing;

/// <summary>Opens the marked questions to the supplier again, with a date; the mail goes out with it.</summary>
public static class SendBackQuestions
{
    /// <summary>How long a supplier is given unless somebody says otherwise.</summary>
    public const int UsualDays = 10;

    /// <param name="Version">Of the assessment that was looked at; null for whichever there is.</param>
    public sealed record Command(AssessmentId Id, DateOnly? AnswerBy, int? Version = null) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<string> Questions, DateOnly AnswerBy);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.AnswerBy).NotNull().WithMessage("Give the date until which the supplier should answer.");
    }

    internal sealed class Handler(IAppDb db, Sheets sheets, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(() => SendBack(command, cancellationToken), cancellationToken);

        private async Task<Result> SendBack(Command command, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(command.Id, cancellationToken);
            assessment.RequireVersion(command.Version);
            var sheet = await sheets.GetWithEvidence(command.Id, cancellationToken);
            var marked = await db.QuestionReviews.Where(r => r.AssessmentId == command.Id && r.SendBack).ToListAsync(cancellationToken);
            var names = marked.Select(review => review.Question).ToList();
            var hidden = sheet.Questionnaire.FollowUpsOf(names).Where(name => sheet.Questionnaire.TryFind(name, out var question) && !sheet.StateOf(question).Relevant);
            assessment.SendBack(marked, hidden, command.AnswerBy!.Value, await db.ContentOf(sheet, cancellationToken), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return new(names, command.AnswerBy.Value);
        }
    }
}

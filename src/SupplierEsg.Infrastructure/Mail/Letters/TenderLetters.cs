using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>What bidders hear of a tender before it closes: the invitation, amendments, answers, the receipt.</summary>
internal sealed class TenderLetters(TenderPost post) :
    ILetter<TenderPublished>, ILetter<SupplierInvitedToBid>, ILetter<TenderAmended>, ILetter<TenderQuestionAnswered>, ILetter<BidSubmitted>
{
    public async Task<IReadOnlyList<Letter>> Write(TenderPublished happened, JournalEntry line, CancellationToken token) =>
        await Invitations(happened.Tender, happened.Invited, token);

    public async Task<IReadOnlyList<Letter>> Write(SupplierInvitedToBid happened, JournalEntry line, CancellationToken token) =>
        happened.Now ? await Invitations(happened.Tender, [happened.Supplier], token) : [];

    public async Task<IReadOnlyList<Letter>> Write(TenderAmended happened, JournalEntry line, CancellationToken token)
    {
        var tender = await post.Find(happened.Tender, token);
        return await post.To(await post.Concerned(tender, token), token, (In, language) => (
            In("“{0}” was amended", [tender.Title]),
            new LetterBody().Say(In("The tender “{0}” was amended. What is changed, and why: {1}", [tender.Title, happened.Why]))
                .Say(In("Bids are taken until {0}. A bid that is not submitted yet is taken only after you have confirmed that you read the amendment.", [LetterDates.Moment(happened.ClosesAt, language)]))
                .Link(In("Read the tender as it is now", []), post.Address(tender.Id))));
    }

    public async Task<IReadOnlyList<Letter>> Write(TenderQuestionAnswered happened, JournalEntry line, CancellationToken token)
    {
        var (tender, question) = (await post.Find(happened.Tender, token), await post.Find(happened.Question, token));
        return await post.To(await post.Concerned(tender, token), token, (In, _) => (
            In("A question about “{0}” was answered", [tender.Title]),
            new LetterBody().Say(In("Question: {0}", [question.Question])).Say(In("Answer: {0}", [question.Answer ?? ""])).Link(In("Look at the tender", []), post.Address(tender.Id))));
    }

    public async Task<IReadOnlyList<Letter>> Write(BidSubmitted happened, JournalEntry line, CancellationToken token)
    {
        if (happened.Email.Length == 0)
            return [];
        var tender = await post.Find(happened.Tender, token);
        string In(string english, params object[] with) => post.Texts.In(happened.Language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", happened.DeclaredBy))
            .Say(In("Your bid for “{0}” was received on {1}. It is sealed until the closing time is over and two people open it.", tender.Title, LetterDates.Moment(line.At, happened.Language)))
            .Say(In("Receipt number: {0}", happened.Receipt))
            .Say(In("Fingerprint of the bid (SHA-256): {0}", happened.ContentHash))
            .Link(In("Look at your bid", []), $"{post.Address(tender.Id)}/bid")
            .Say(In("Until {0} you can change and submit again, or withdraw. Keep this mail as your proof.", LetterDates.Moment(tender.ClosesAt, happened.Language)));
        return [new(happened.Email, happened.DeclaredBy, happened.Language, In("Receipt {0}: your bid for “{1}”", happened.Receipt, tender.Title), body)];
    }

    private async Task<IReadOnlyList<Letter>> Invitations(TenderId id, IReadOnlyList<SupplierId> invited, CancellationToken token)
    {
        var tender = await post.Find(id, token);
        return await post.To(invited, token, (In, language) => (
            In("Invitation to bid: {0}", [tender.Title]),
            new LetterBody().Say(In("Your company is invited to bid for “{0}”.", [tender.Title]))
                .Say(In("Bids are taken until {0}. A bid that arrives later isn't opened.", [LetterDates.Moment(tender.ClosesAt, language)]))
                .Link(In("Look at the tender", []), post.Address(tender.Id))
                .Say(In("There you can read what is asked and how bids are judged, ask questions, and bid. Sign in with your account; if you have none yet, ask the buyer for one.", []))));
    }
}

/// <summary>What bidders hear afterwards: questions about their price, the decision with its reasons, and what comes of it.</summary>
internal sealed class DecisionLetters(TenderPost post, AppDb db) :
    ILetter<PriceExplanationAsked>, ILetter<AwardApproved>, ILetter<AwardTakenBack>, ILetter<ComplaintAnswered>, ILetter<TenderAwarded>, ILetter<TenderEnded>
{
    public async Task<IReadOnlyList<Letter>> Write(PriceExplanationAsked happened, JournalEntry line, CancellationToken token)
    {
        var (tender, bid) = (await post.Find(happened.Tender, token), await db.Bids.AsNoTracking().SingleAsync(b => b.Id == happened.Bid, token));
        return await post.To([bid.SupplierId], token, (In, language) => (
            In("Please explain your price: {0}", [tender.Title]),
            new LetterBody().Say(In("The price of your bid for “{0}” looks abnormally low, and the buyer asks you to explain it: {1}", [tender.Title, bid.Explanation?.Question ?? ""]))
                .Say(In("Please answer by {0}. Your bid is not rejected before your answer has been looked at.", [LetterDates.Moment(happened.AnswerBy, language)]))
                .Link(In("Explain your price", []), $"{post.Address(tender.Id)}/explanation")));
    }

    public async Task<IReadOnlyList<Letter>> Write(AwardApproved happened, JournalEntry line, CancellationToken token)
    {
        var tender = await post.Find(happened.Tender, token);
        var letters = new List<Letter>();
        foreach (var bid in await db.Bids.AsNoTracking().Where(b => b.TenderId == tender.Id && b.Number != null).OrderBy(b => b.Number).ToListAsync(token))
            if (await db.DecisionFor(tender, bid, token) is { } decision)
                letters.AddRange(await post.To([bid.SupplierId], token, (In, language) => (In("Decision on “{0}”", [tender.Title]), Body(tender, decision, happened.StandstillUntil, In, language))));
        return letters;
    }

    public async Task<IReadOnlyList<Letter>> Write(AwardTakenBack happened, JournalEntry line, CancellationToken token) =>
        await Tell(happened.Tender, token, (tender, In) => (In("The decision on “{0}” is taken back", [tender.Title]), In("The decision on “{0}” is taken back, and the bids are evaluated again. The reason: {1}", [tender.Title, happened.Why])));

    public async Task<IReadOnlyList<Letter>> Write(TenderAwarded happened, JournalEntry line, CancellationToken token) =>
        await Tell(happened.Tender, token, (tender, In) => (In("“{0}” is awarded", [tender.Title]), In("The standstill is over, and the contract for “{0}” is awarded as you were told.", [tender.Title])));

    public async Task<IReadOnlyList<Letter>> Write(TenderEnded happened, JournalEntry line, CancellationToken token) =>
        await Tell(happened.Tender, token, (tender, In) => (In("“{0}” has ended without an award", [tender.Title]), In("The tender “{0}” has ended without an award. The reason: {1}", [tender.Title, happened.Why])));

    public async Task<IReadOnlyList<Letter>> Write(ComplaintAnswered happened, JournalEntry line, CancellationToken token)
    {
        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == happened.Complaint, token);
        var tender = await post.Find(happened.Tender, token);
        return await post.To([complaint.SupplierId], token, (In, _) => (
            In("Your complaint about “{0}” is answered", [tender.Title]),
            new LetterBody().Say(In(happened.Upheld ? "The buyer agrees with your complaint: {0}" : "The buyer doesn't agree with your complaint: {0}", [complaint.Answer ?? ""]))
                .Link(In("Look at the tender", []), post.Address(tender.Id))));
    }

    private async Task<IReadOnlyList<Letter>> Tell(TenderId id, CancellationToken token, Func<Tender, Say, (string Subject, string Sentence)> write)
    {
        var tender = await post.Find(id, token);
        return await post.To(await post.Concerned(tender, token), token, (In, _) =>
        {
            var (subject, sentence) = write(tender, In);
            return (subject, new LetterBody().Say(sentence).Link(In("Look at the tender", []), post.Address(tender.Id)));
        });
    }

    private LetterBody Body(Tender tender, GetOwnTender.Decision decision, DateTime until, Say In, string language)
    {
        var body = new LetterBody().Say(decision.Won ? In("Your bid for “{0}” is to be awarded the contract.", [tender.Title]) : In("The contract for “{0}” is to be awarded to {1}.", [tender.Title, decision.Winner]));
        body.Say(In("The reason: {0}", [decision.Reason]));
        if (decision.Mine is { } mine)
        {
            body.Say(In("Your bid has rank {0} of {1} with {2} points; the bid to be awarded has {3}.", [mine.Rank, decision.Ranked, Points(mine.Total), Points(decision.WinnerFigures?.Total)]));
            for (var i = 0; i < mine.Scores.Count; i++)
                body.Say(Score(mine.Scores[i], decision.Won ? null : decision.WinnerFigures?.Scores[i], decision.Rules, In));
        }
        else
        {
            body.Say(In("Your bid took no part in the ranking. The reason stands on the page of the decision.", []));
        }
        foreach (var mark in decision.MyMarks)
            body.Say(In("{0}: mark {1}. {2}", [decision.Rules.Names.GetValueOrDefault(mark.Criterion, mark.Criterion), mark.Points.ToText(), mark.Reason]));
        return body.Say(In("The contract is not awarded before {0}. Until then you may complain.", [LetterDates.Moment(until, language)])).Link(In("Read the decision", []), $"{post.Address(tender.Id)}/decision");
    }

    private static string Score(Domain.Evaluation.CriterionScore own, Domain.Evaluation.CriterionScore? winner, TenderRules rules, Say In) => winner is null
        ? In("{0}: score {1}, weight {2}, points {3}.", [Name(own.Criterion, rules, In), Points(own.Score), own.Criterion.Weight.ToText(), Points(own.Points)])
        : In("{0}, weight {1}: your score is {2}, which makes {3} points; the bid to be awarded has {4}, which makes {5}.",
            [Name(own.Criterion, rules, In), own.Criterion.Weight.ToText(), Points(own.Score), Points(own.Points), Points(winner.Score), Points(winner.Points)]);

    private static string Name(Domain.Evaluation.Criterion criterion, TenderRules rules, Say In) => criterion.Kind switch
    {
        Domain.Evaluation.CriterionKind.Price => In("Price", []),
        Domain.Evaluation.CriterionKind.Esg => In("ESG", []),
        _ => rules.Names.GetValueOrDefault(criterion.Code, criterion.Code),
    };

    private static string Points(Domain.Scoring.Rational? points) => points is { } value ? value.Round(2).ToText() : "–";
}

/// <summary>A sentence in the reader's language.</summary>
internal delegate string Say(string english, object[] with);

/// <summary>To whom letters about a tender go, and in which language.</summary>
internal sealed class TenderPost(AppDb db, ISite site, ITexts texts)
{
    public ITexts Texts => texts;

    public string Address(TenderId tender) => site.Address($"/portal/tenders/{tender}");

    public Task<Tender> Find(TenderId id, CancellationToken token) => db.Tenders.AsNoTracking().SingleAsync(t => t.Id == id, token);

    public Task<TenderQuestion> Find(TenderQuestionId id, CancellationToken token) => db.TenderQuestions.AsNoTracking().SingleAsync(q => q.Id == id, token);

    /// <summary>Everybody invited, and everybody who has begun a bid.</summary>
    public async Task<IReadOnlyList<SupplierId>> Concerned(Tender tender, CancellationToken token) =>
        await db.TenderInvitations.Where(i => i.TenderId == tender.Id).Select(i => i.SupplierId).Union(db.Bids.Where(b => b.TenderId == tender.Id).Select(b => b.SupplierId)).ToListAsync(token);

    public async Task<IReadOnlyList<Letter>> To(IReadOnlyList<SupplierId> suppliers, CancellationToken token, Func<Say, string, (string Subject, LetterBody Body)> write)
    {
        var letters = new List<Letter>();
        foreach (var supplier in await db.Suppliers.AsNoTracking().Where(s => suppliers.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(token))
            if (supplier.Reachable() is [var contact, ..])
            {
                var language = Inviting.MailLanguage(contact.Language);
                var (subject, body) = write((english, with) => texts.In(language, english, with), language);
                letters.Add(new(contact.Email!, contact.Name, language, subject, body));
            }
        return letters;
    }
}

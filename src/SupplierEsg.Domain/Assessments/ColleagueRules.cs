namespace SupplierEsg.Domain.Assessments;

/// <summary>What is refused about colleagues who share an assessment.</summary>
public static class ColleagueRules
{
    public static RuleBroken ThereAlready(string email) =>
        new("colleague.there-already", "{0} is among the colleagues already. Change the themes there, or send the mail again.", "Email", email);

    public static RuleBroken TooMany() =>
        new("colleague.too-many", "There are {0} colleagues beside this assessment already, and more are not taken. Take an invitation back that nobody has accepted.", null, Colleague.MaxPerAssessment);

    public static RuleBroken NoTheme() =>
        new("colleague.no-theme", "No theme is chosen. Tick at least one that this colleague should answer.", "Themes");

    public static RuleBroken ThemeUnknown(string code) =>
        new("colleague.theme-unknown", "There is no theme “{0}” in this questionnaire. Choose one of those that are shown.", "Themes", code);

    public static RuleBroken Accepted(string name) =>
        new("colleague.accepted", "{0} has accepted already. Take the themes away instead, if somebody else should answer them.", null, name);

    public static RuleBroken LinkUnknown() =>
        new("colleague.link-unknown", "This address is not that of an invitation. It may have been cut off on its way: copy the whole link from the mail, or ask your colleague to send it again.");

    public static RuleBroken LinkExpired() =>
        new("colleague.link-expired", "This link has expired. Ask your colleague to send the mail again.");

    public static RuleBroken LinkUsed() =>
        new("colleague.link-used", "This link was used before; it works once. Sign in with the account that was made then.");

    public static RuleBroken LinkOutdated() =>
        new("colleague.link-outdated", "This link no longer works: a newer mail was sent, the invitation was taken back, or the assessment is over. Use the newest mail, or ask your colleague.");

    public static RuleBroken AddressBelongsElsewhere(string email, string supplier) =>
        new("colleague.address-belongs-elsewhere", "There is an account with the address {0} already, and it doesn't belong to {1}. Ask your colleague to invite you under another address.", null, email, supplier);
}

/// <summary>What is refused about notes beside questions.</summary>
public static class NoteRules
{
    public static RuleBroken Empty() =>
        new("note.empty", "The note is empty. Write what your colleagues should know.", "Text");

    public static RuleBroken TooLong(int length) =>
        new("note.too-long", "This note has {0} characters; at most {1} can be kept. Shorten it.", "Text", length, AnswerNote.MaxLength);

    public static RuleBroken TooMany() =>
        new("note.too-many", "There are {0} notes beside this question already, and more are not taken. Delete one of yours first.", "Text", AnswerNote.MaxPerQuestion);

    public static RuleBroken NotYours(string by) =>
        new("note.not-yours", "{0} has written this note; only they can delete it.", null, by);
}

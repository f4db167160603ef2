namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What of a theme's form was refused, in the reader's language and each at its own place: answers, files, notes.</summary>
internal sealed class PostRefusals
{
    private readonly List<(string Question, string Message)> answers = [];
    private readonly List<(string Question, string Message)> files = [];
    private readonly Dictionary<string, (string Text, string Fault)> notes = new(StringComparer.Ordinal);

    public ILookup<string, string> Answers => answers.ToLookup(fault => fault.Question, fault => fault.Message);

    public ILookup<string, string> Files => files.ToLookup(fault => fault.Question, fault => fault.Message);

    public IReadOnlyDictionary<string, (string Text, string Fault)> Notes => notes;

    public int Count => answers.Count + files.Count + notes.Count;

    public void Answer(string question, string message) => answers.Add((question, message));

    public void File(string question, string message) => files.Add((question, message));

    public void Note(string question, string text, string message) => notes[question] = (text, message);

    /// <summary>Each with the id of its field.</summary>
    public IEnumerable<(string? Target, string Message)> Summary(Func<string, bool> isFile) =>
        answers.Select(fault => ((string?)$"{(isFile(fault.Question) ? "f" : "a")}-{fault.Question}", fault.Message))
            .Concat(files.Select(fault => ((string?)$"f-{fault.Question}", fault.Message)))
            .Concat(notes.Select(note => ((string?)$"m-{note.Key}", note.Value.Fault)));
}

using System.Collections.Frozen;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>Words of a company's name that say what kind of company it is, and so don't tell one from another.</summary>
/// <remarks>Written as <see cref="NameKey"/> leaves them: small letters without accents and dots.</remarks>
internal static class LegalForms
{
    /// <summary>At the end of a name; several may follow one another (Pty Ltd, GmbH &amp; Co. KG).</summary>
    private static readonly FrozenSet<string> Closing = Words(
        """
        ltd limited llc llp lp plc inc incorporated corp corporation co company coltd pty pvt pte private sdn bhd
        gmbh mbh ggmbh ag kg kgaa ohg gbr ug ev eg se aktiengesellschaft
        sa sas sasu sarl sca snc eurl spa srl srls sapa sl slu sau ltda lda eireli sab
        bv nv vof as asa aps ab oy oyj hb kft zrt nyrt bt doo dd ad ood eood ead sro uab sia ou
        jsc pjsc ojsc cjsc ooo oao zao pao ооо оао зао пао ао тов тоо ип kk gk tbk sti 株
        """
    );

    /// <summary>At the beginning.</summary>
    private static readonly FrozenSet<string> Opening = Words("pt ooo oao zao pao jsc pjsc ооо оао зао пао ао тов тоо ип uab sia 株");

    /// <summary>Forms of several words, longest first; only at the end.</summary>
    private static readonly string[][] Phrases =
    [
        ["spolka", "z", "ograniczona", "odpowiedzialnoscia"],
        ["gesellschaft", "mit", "beschrankter", "haftung"],
        ["sa", "de", "cv"],
        ["societa", "per", "azioni"],
        ["spolka", "akcyjna"],
        ["sociedad", "anonima"],
        ["societe", "anonyme"],
        ["sp", "z", "oo"],
        ["sp", "zoo"],
    ];

    /// <summary>Written without blanks around them, so taken out wherever they stand; longest first.</summary>
    private static readonly string[] Unspaced =
    [
        "股份有限公司", "有限责任公司", "有限責任公司", "股份公司", "有限公司",
        "株式会社", "有限会社", "合同会社", "주식회사", "유한회사",
    ];

    public static string WithoutUnspaced(string text) =>
        Unspaced.Aggregate(text, (rest, form) => rest.Replace(form, " ", StringComparison.Ordinal));

    /// <summary>The words that are left; all of them when there would be none.</summary>
    public static List<string> Strip(List<string> words)
    {
        var rest = new List<string>(words);
        while (rest.Count > 0 && ClosingLength(rest) is > 0 and var length)
            rest.RemoveRange(rest.Count - length, length);
        while (rest.Count > 1 && Opening.Contains(rest[0]))
            rest.RemoveAt(0);
        return rest.Count > 0 ? rest : words;
    }

    private static int ClosingLength(List<string> words)
    {
        foreach (var phrase in Phrases)
            if (words.Count >= phrase.Length && words.TakeLast(phrase.Length).SequenceEqual(phrase))
                return phrase.Length;
        if (!Closing.Contains(words[^1]))
            return 0;
        // "& Co." takes its connecting word along.
        return words.Count > 1 && words[^1] is "co" or "company" && words[^2] is "and" or "und" or "et" ? 2 : 1;
    }

    private static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}

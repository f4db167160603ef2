namespace SupplierEsg.Application.Workbooks;

/// <summary>For whom a workbook is made.</summary>
/// <param name="Language"><c>en</c> or <c>zh-Hans</c>.</param>
/// <param name="Zone">In which times are written.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="MadeBy">Name of the person who asked for it.</param>
public sealed record WorkbookEdition(string Language, TimeZoneInfo Zone, DateTime MadeAt, string MadeBy);

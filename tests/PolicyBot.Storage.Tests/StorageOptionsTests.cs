using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite, null, null)]
    [InlineData(StorageProvider.PostgreSql, "Host=h", null)]
    [InlineData(StorageProvider.PostgreSql, " ", "Storage:ConnectionString is empty; say how PostgreSQL is reached")]
    [InlineData(StorageProvider.Sqlite, "Host=h", "Storage:ConnectionString is for PostgreSQL; set Storage:Provider to PostgreSql, or take it out")]
    [InlineData((StorageProvider)7, null, "Storage:Provider is no provider; name Sqlite or PostgreSql")]
    public void Validate_Settings_NamesTheMend(StorageProvider provider, string? connectionString, string? expected)
    {
        var options = new StorageOptions { Provider = provider, ConnectionString = connectionString };
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);

        Assert.Equal(expected, results.SingleOrDefault()?.ErrorMessage);
    }
}

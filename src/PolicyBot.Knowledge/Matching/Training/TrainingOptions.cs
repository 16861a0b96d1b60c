namespace PolicyBot.Knowledge.Matching.Training;

internal sealed record TrainingOptions
{
    public float WordWeight { get; init; } = 1f;
    public float BigramWeight { get; init; } = 0.7f;
    public float PairWeight { get; init; } = 0.3f;
    public float GramWeight { get; init; } = 0.35f;
    public int MinGram { get; init; } = 3;
    public int MaxGram { get; init; } = 5;
    public int PairWindow { get; init; } = 5;
    public float Cost { get; init; } = 1f;
    public float PositiveCost { get; init; } = 1f;
    public float CentroidShare { get; init; } = 0.5f;
    public float UnknownWeight { get; init; } = 1f;
    public int Passes { get; init; } = 8;
    public float IdfPower { get; init; } = 1f;
    public bool Repair { get; init; } = true;
}

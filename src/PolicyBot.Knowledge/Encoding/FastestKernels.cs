namespace PolicyBot.Knowledge.Encoding;

/// <summary>Chooses the fastest arithmetic that this machine has.</summary>
internal static class FastestKernels
{
    public static EncoderKernels Instance { get; } =
        WideKernels.IsSupported ? new WideKernels()
        : PortableKernels.IsSupported ? new PortableKernels()
        : new ScalarKernels();
}

using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>Represents a native library that is driven without the module, so that nothing else is measured.</summary>
public sealed unsafe class NativeDriver
{
    private readonly delegate* unmanaged[Cdecl]<byte*, long, byte*, long, long*, int> start;
    private readonly delegate* unmanaged[Cdecl]<long, int, long*, int> next;
    private readonly delegate* unmanaged[Cdecl]<long, byte*, long, long> read;
    private readonly delegate* unmanaged[Cdecl]<long, byte*, long, int> answer;
    private readonly delegate* unmanaged[Cdecl]<long, int> close;
    private byte[] buffer = new byte[1 << 16];

    public NativeDriver(string path)
    {
        var handle = NativeLibrary.Load(path);
        IntPtr Find(string name) => NativeLibrary.GetExport(handle, name);
        start = (delegate* unmanaged[Cdecl]<byte*, long, byte*, long, long*, int>)Find("azir_start");
        next = (delegate* unmanaged[Cdecl]<long, int, long*, int>)Find("azir_next");
        read = (delegate* unmanaged[Cdecl]<long, byte*, long, long>)Find("azir_read");
        answer = (delegate* unmanaged[Cdecl]<long, byte*, long, int>)Find("azir_answer");
        close = (delegate* unmanaged[Cdecl]<long, int>)Find("azir_close");
    }

    /// <summary>Gets how many frames of results the last operation had.</summary>
    public int ObjectFrames { get; private set; }

    /// <summary>Gets the text of the last message, whatever its encoding.</summary>
    public string LastMessage { get; private set; } = string.Empty;

    /// <summary>Performs an operation to its end and returns its milliseconds.</summary>
    /// <remarks>Questions are answered with yes.</remarks>
    public double Run(string json)
    {
        var request = Encoding.UTF8.GetBytes(json);
        ObjectFrames = 0;
        var watch = Stopwatch.StartNew();
        long operation = 0;
        fixed (byte* bytes = request)
        {
            var status = start(bytes, request.Length, null, 0, &operation);
            if (status < 0)
            {
                throw new InvalidOperationException($"azir_start: status {status}");
            }
        }

        while (true)
        {
            long length = 0;
            var kind = next(operation, 1000, &length);
            if (kind == 4)
            {
                break;
            }

            if (kind < 0)
            {
                throw new InvalidOperationException($"azir_next: status {kind}");
            }

            if (kind > 0)
            {
                Take(operation, kind, length);
            }
        }

        close(operation);
        return watch.Elapsed.TotalMilliseconds;
    }

    private void Take(long operation, int kind, long length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[length * 2];
        }

        fixed (byte* bytes = buffer)
        {
            read(operation, bytes, buffer.Length);
        }

        if (kind == 2)
        {
            ObjectFrames++;
            return;
        }

        LastMessage = Encoding.UTF8.GetString(buffer, 0, (int)length);
        fixed (byte* yes = "true"u8)
        {
            // Where nothing was asked the library says so, and goes on.
            answer(operation, yes, 4);
        }
    }
}

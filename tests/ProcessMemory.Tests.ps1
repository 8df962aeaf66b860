# The memory of a process after the calls that took its secrets: on Linux another process of the user can read it.

BeforeAll {
    . $PSScriptRoot/common.ps1
    if ($IsLinux) {
        Add-Type -TypeDefinition @'
using System;
using System.Globalization;
using System.IO;

public static class ProcessMemory
{
    // How often a text is in the writable memory of a process, in UTF-8 and in UTF-16.
    public static int Count(int process, string text)
    {
        byte[][] wanted = { System.Text.Encoding.UTF8.GetBytes(text), System.Text.Encoding.Unicode.GetBytes(text) };
        int found = 0;
        byte[] piece = new byte[1 << 20];
        using (var memory = File.OpenHandle("/proc/" + process + "/mem"))
        {
            foreach (string line in File.ReadAllLines("/proc/" + process + "/maps"))
            {
                string[] words = line.Split(' ');
                if (!words[1].StartsWith("rw")) continue;
                string[] ends = words[0].Split('-');
                long at = long.Parse(ends[0], NumberStyles.HexNumber);
                long end = long.Parse(ends[1], NumberStyles.HexNumber);
                while (at < end)
                {
                    int length;
                    var own = piece.AsSpan(0, (int)Math.Min(piece.Length, end - at));
                    try { length = RandomAccess.Read(memory, own, at); }
                    catch (IOException) { break; }
                    if (length == 0) break;
                    foreach (byte[] one in wanted)
                    {
                        var rest = piece.AsSpan(0, length);
                        for (int next; (next = rest.IndexOf(one)) >= 0; rest = rest.Slice(next + 1)) found++;
                    }
                    // Pieces overlap, so that no text is between two of them.
                    at += length == piece.Length ? length - 2 * text.Length : length;
                }
            }
        }
        return found;
    }
}
'@
    }

    function Get-PlantedText {
        # The text of a secret of secret-process.ps1.
        param([int]$Seed)
        -join @(0..39 | ForEach-Object { [char](97 + ($_ * $_ * 7 + $_ * $Seed + 3) % 26) })
    }
}

Describe 'The memory of a process' -Skip:(-not $IsLinux) {
    It 'has no secret after the calls that used it' {
        $start = New-StartInfo (Get-PwshPath) @('-NoLogo', '-NoProfile', '-NonInteractive', '-File',
            "$PSScriptRoot/lib/secret-process.ps1", "$script:MainManifest|$script:StandaloneManifest")
        $start.RedirectStandardInput = $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        try {
            $problem = $process.StandardError.ReadToEndAsync()
            $line = $process.StandardOutput.ReadLine()
            if ($line -ne 'made') { throw "The process wrote '$line': $($problem.Result)" }
            $kinds = [ordered]@{ key = 5; catalog = 11; application = 17; certificate = 23 }
            foreach ($kind in $kinds.Keys) {
                # What cannot be found cannot be missed.
                [ProcessMemory]::Count($process.Id, (Get-PlantedText $kinds[$kind])) | Should -BeGreaterThan 0 `
                    -Because "the search must find the secret '$kind' where it is"
            }
            $process.StandardInput.WriteLine()
            $line = $process.StandardOutput.ReadLine()
            if ($line -notlike 'done*') { throw "The process wrote '$line': $($problem.Result)" }
            $line | Should -BeLike 'done 4 *'
            $left = foreach ($kind in $kinds.Keys) {
                "$kind $([ProcessMemory]::Count($process.Id, (Get-PlantedText $kinds[$kind])))"
            }
            $left | Should -Be 'key 0', 'catalog 0', 'application 0', 'certificate 0'
            $process.StandardInput.WriteLine()
        } finally {
            $process.StandardInput.Close()
            if (-not $process.WaitForExit(60000)) { $process.Kill() }
        }
    }
}

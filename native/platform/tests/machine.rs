//! What the machine says of itself. Runs on Windows, and under Wine in what Wine has.
#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{ptr::null_mut, sync::Mutex};

use azir_core::prerequisite::host::MachineReport;
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, KEY_ALL_ACCESS, REG_DWORD, REG_EXPAND_SZ, REG_SZ,
    RegCloseKey, RegCreateKeyExW, RegDeleteTreeW, RegOverridePredefKey, RegSetValueExW,
};

/// The registry belongs to the process, and tests run side by side.
static REGISTRY: Mutex<()> = Mutex::new(());
const PLACE: &str = r"Software\azir-machine-test";
const RUNTIME: &str = r"SOFTWARE\Microsoft\DataTransfer\DataManagementGateway\ConfigurationManager";
const DOTNET: &str = r"SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full";

fn read() -> MachineReport {
    azir_platform::machine().unwrap().read()
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

fn create(root: HKEY, name: &str) -> HKEY {
    let name = wide(name);
    let mut key = null_mut();
    // SAFETY: the name ends with a null, and the place for the key can be written.
    let status = unsafe {
        RegCreateKeyExW(
            root,
            name.as_ptr(),
            0,
            null_mut(),
            0,
            KEY_ALL_ACCESS,
            std::ptr::null(),
            &raw mut key,
            null_mut(),
        )
    };
    assert_eq!(status, 0);
    key
}

/// A registry of the machine with nothing in it, below the user's own, until this is dropped.
struct Empty(HKEY);

impl Empty {
    fn new() -> Self {
        let key = create(HKEY_CURRENT_USER, PLACE);
        // SAFETY: the key is open.
        assert_eq!(unsafe { RegOverridePredefKey(HKEY_LOCAL_MACHINE, key) }, 0);
        Self(key)
    }

    fn put(&self, key: &str, name: &str, kind: u32, bytes: &[u8]) {
        let key = create(self.0, key);
        let name = wide(name);
        let size = u32::try_from(bytes.len()).unwrap();
        // SAFETY: the key is open, the name ends with a null, and there are as many bytes as are given.
        let status = unsafe { RegSetValueExW(key, name.as_ptr(), 0, kind, bytes.as_ptr(), size) };
        assert_eq!(status, 0);
        // SAFETY: the key is ours.
        unsafe { RegCloseKey(key) };
    }

    fn text(&self, key: &str, name: &str, kind: u32, text: &str) {
        let bytes: Vec<u8> = wide(text).into_iter().flat_map(u16::to_le_bytes).collect();
        self.put(key, name, kind, &bytes);
    }
}

impl Drop for Empty {
    fn drop(&mut self) {
        // SAFETY: a null key ends what was overridden.
        unsafe { RegOverridePredefKey(HKEY_LOCAL_MACHINE, null_mut()) };
        // SAFETY: the key is ours.
        unsafe { RegCloseKey(self.0) };
        let place = wide(PLACE);
        // SAFETY: the name ends with a null.
        unsafe { RegDeleteTreeW(HKEY_CURRENT_USER, place.as_ptr()) };
    }
}

#[test]
fn this_machine_is_plausible() {
    let _alone = REGISTRY.lock();
    let report = read();
    assert!(!report.name.unwrap().is_empty());
    let windows = report.windows.unwrap();
    assert!(windows.build >= 7600, "{windows:?}");
    assert!(report.is_64_bit.unwrap());
    assert!(report.processors.unwrap() >= 1);
    assert!(report.megahertz.unwrap() > 100);
    assert!(report.memory.unwrap() > 500_000_000);
    let (drive, free) = report.disk.unwrap();
    assert!(
        drive.len() == 2 && drive.ends_with(':') && free > 0,
        "{drive} {free}"
    );
    assert!(report.administrator.is_ok());
    // Where there are no power plans, as under Wine, the report says so.
    if let Err(reason) = report.power {
        assert!(!reason.is_empty());
    }
}

#[test]
fn dotnet_framework_is_told_by_its_release() {
    let _alone = REGISTRY.lock();
    let empty = Empty::new();
    assert_eq!(read().dotnet_release, Ok(None));
    empty.put(DOTNET, "Release", REG_DWORD, &528_049u32.to_le_bytes());
    assert_eq!(read().dotnet_release, Ok(Some(528_049)));
    // Of another type it is there and cannot be read.
    empty.text(DOTNET, "Release", REG_SZ, "528049");
    assert!(read().dotnet_release.is_err());
}

#[test]
fn an_installed_runtime_is_found_with_its_version() {
    let _alone = REGISTRY.lock();
    let empty = Empty::new();
    assert!(read().runtime.unwrap().is_none());

    empty.text(
        r"SYSTEM\CurrentControlSet\Services\DIAHostService",
        "ImagePath",
        REG_EXPAND_SZ,
        r"%ProgramFiles%\Microsoft Integration Runtime\5.0\Shared\diahost.exe",
    );
    let runtime = read().runtime.unwrap().unwrap();
    assert_eq!((runtime.version, runtime.registered), (None, false));

    let programs = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall";
    for (key, name, version) in [
        ("{1}", "Another program", "1.2.3"),
        ("{2}", "Microsoft Integration Runtime", "5.50.9171.1"),
    ] {
        let key = format!(r"{programs}\{key}");
        empty.text(&key, "DisplayName", REG_SZ, name);
        empty.text(&key, "DisplayVersion", REG_SZ, version);
    }
    empty.text(RUNTIME, "DiacmdPath", REG_SZ, r"C:\diacmd.exe");
    empty.text(RUNTIME, "HaveRun", REG_SZ, "Mdw");
    let runtime = read().runtime.unwrap().unwrap();
    assert_eq!(
        (runtime.version.as_deref(), runtime.registered),
        (Some("5.50.9171.1"), true)
    );
}

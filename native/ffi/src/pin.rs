//! Keeps the library in the process: its threads would otherwise run in unmapped memory.

/// Pins the module that holds this code, once and for ever.
#[cfg(unix)]
pub fn pin() {
    use std::{ffi::c_void, mem::MaybeUninit};

    let mut found = MaybeUninit::<libc::Dl_info>::uninit();
    let own = pin as fn() as *const c_void;
    // SAFETY: `dladdr` reads the address only as a number and fills `found` when it answers
    // something else than zero.
    if unsafe { libc::dladdr(own, found.as_mut_ptr()) } == 0 {
        return;
    }
    // SAFETY: `dladdr` answered that it filled it.
    let found = unsafe { found.assume_init() };
    if found.dli_fname.is_null() {
        return;
    }
    // SAFETY: the name is a C string of the loader's that lives as long as the module. With
    // RTLD_NOLOAD nothing is loaded that is not there, and the handle is kept on purpose.
    unsafe {
        libc::dlopen(
            found.dli_fname,
            libc::RTLD_NOW | libc::RTLD_NOLOAD | libc::RTLD_NODELETE,
        )
    };
}

/// Pins the module that holds this code, once and for ever.
#[cfg(windows)]
pub fn pin() {
    use windows_sys::Win32::System::LibraryLoader::{
        GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, GET_MODULE_HANDLE_EX_FLAG_PIN, GetModuleHandleExW,
    };

    let mut module = std::ptr::null_mut();
    let own = pin as fn() as *const u16;
    let flags = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN;
    // SAFETY: with that flag the address is not read as a name, and `module` can be written.
    unsafe { GetModuleHandleExW(flags, own, &raw mut module) };
}

# Runs once in each worker, before the first function. The module is in Modules/, which is on the module path, and its
# import takes part in the cold start and not in the first run. The sign-in is in the function: a failed one must end
# the run, and an error of this file is only logged.
Import-Module AzIntegrationRuntime.Standalone
# Workers can share a profile. Sign-ins are not written to it.
$null = Disable-AzContextAutosave -Scope Process

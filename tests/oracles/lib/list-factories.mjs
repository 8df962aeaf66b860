// Signs in as its environment and each part of its argument say, in a process of its own: a client remembers where a
// managed identity came from for as long as it lives. Prints one line of JSON: for each part the names of the
// factories, or the error.

import { DataFactoryManagementClient } from '@azure/arm-datafactory';
import { InteractiveBrowserCredential, ManagedIdentityCredential } from '@azure/identity';

const ready = JSON.parse(process.env.AZIR_ORACLES_READY);
const { kind, each } = JSON.parse(process.argv[2]);
const kinds = { ManagedIdentityCredential, InteractiveBrowserCredential };

async function listFactories(options) {
  const credential = new kinds[kind](options);
  const { factories } = new DataFactoryManagementClient(credential, ready.subscriptionId, {
    endpoint: ready.endpoint,
    credentialScopes: 'https://management.azure.com/.default',
  });
  const names = [];
  for await (const factory of factories.list()) names.push(factory.name);
  return names;
}

const answers = [];
for (const options of each) {
  answers.push(
    await listFactories(options).then(
      (factories) => ({ factories }),
      (error) => ({ error: error.message }),
    ),
  );
}
console.log(JSON.stringify(answers));

import { Client } from 'pg'

/** Works with one connection of the owner and closes it whatever happens. */
export async function connectedTo<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'alongside-owner' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

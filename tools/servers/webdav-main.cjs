// Runs webdav-server over a folder: `node webdav-main.cjs PORT FOLDER USER PASSWORD`. What it knows of files it keeps in memory: after a
// restart it reads the folder anew.
const { v2 } = require('webdav-server');

const [port, folder, user, password] = process.argv.slice(2);
const users = new v2.SimpleUserManager();
const rights = new v2.SimplePathPrivilegeManager();
rights.setRights(users.addUser(user, password, false), '/', ['all']);
const server = new v2.WebDAVServer({
  port: Number(port),
  hostname: '127.0.0.1',
  httpAuthentication: new v2.HTTPBasicAuthentication(users, 'tests'),
  privilegeManager: rights,
});
server.setFileSystem('/dav', new v2.PhysicalFileSystem(folder), (done) => {
  if (!done) process.exit(1);
  server.start(() => undefined);
});

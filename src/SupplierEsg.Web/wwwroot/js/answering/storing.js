// What waits in this browser (localStorage, one entry per assessment) until the server has said that it is saved.

export default function storing(key) {
  function all() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  function change(how) {
    try {
      const entries = all();
      how(entries);
      if (Object.keys(entries).length > 0) {
        localStorage.setItem(key, JSON.stringify(entries));
      } else {
        localStorage.removeItem(key);
      }
    } catch {
      // A browser that keeps nothing still sends everything.
    }
  }

  return {
    all,
    keep: (name, entry) => change((entries) => { entries[name] = entry; }),
    forget: (name) => change((entries) => { delete entries[name]; }),
  };
}

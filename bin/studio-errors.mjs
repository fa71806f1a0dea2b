// Studio hands an error on as JSON, which leaves out the message: an edit that the database refuses would fail for no
// reason that whoever made it could read.
Object.defineProperty(Error.prototype, "toJSON", {
  // Libraries put forms of their own on top of it.
  writable: true,
  configurable: true,
  value() {
    return { ...this, name: this.name, message: this.message };
  },
});

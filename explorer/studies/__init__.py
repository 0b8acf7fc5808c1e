"""Studies that sample: how sure an answer is, what it hangs on, and when it holds."""

"""Words and texts by themselves: prose as HTML, macro calls, Swedish order, compounds."""

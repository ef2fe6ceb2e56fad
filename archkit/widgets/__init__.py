"""Forms over a session; deletable without loss of anything below."""

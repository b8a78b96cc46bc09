"""The open archive of decisions: git repositories with a commit for every version of an act."""
